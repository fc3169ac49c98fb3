package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.providers.WrongKind;

/** Names the kind of a refused token where that says more than the rule it broke. */
final class ExplainedRefusals implements TokenVerifier {

  private final TokenVerifier verifier;

  ExplainedRefusals(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public Verdict verify(String token) {
    Verdict verdict = verifier.verify(token);
    return verdict instanceof Refused refused && refused.rejection() != Rejection.EXPIRED
        ? explained(refused, token)
        : verdict;
  }

  private static Refused explained(Refused refused, String token) {
    Rejection kind = WrongKind.of(token).orElse(refused.rejection());
    return new Refused(kind, refused.issuer(), refused.kid());
  }
}
