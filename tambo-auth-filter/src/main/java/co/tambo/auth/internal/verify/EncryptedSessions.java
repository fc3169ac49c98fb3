package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.sessions.AuthJsSession;
import java.util.List;
import java.util.Map;

/**
 * Opens the sessions that a front end encrypts with a secret it shares with this application; any
 * other token goes on to the next verifier. Nothing in them says for whom they are: the secret
 * does.
 */
final class EncryptedSessions implements TokenVerifier {

  private static final int DOTS = 4;
  private static final Standing CONFIGURED = () -> new KeySource.Candidates(List.of());
  private static final Map<String, String> HEADER = Map.of("alg", "dir");

  private final AuthJsSession sessions;
  private final ClaimRules rules;
  private final TokenVerifier others;

  EncryptedSessions(AuthJsSession sessions, ClaimRules rules, TokenVerifier others) {
    this.sessions = sessions;
    this.rules = rules;
    this.others = others;
  }

  @Override
  public Verdict verify(String token) {
    return token.chars().filter(c -> c == '.').count() == DOTS
        ? opened(token)
        : others.verify(token);
  }

  private Verdict opened(String token) {
    try {
      byte[] claims =
          sessions
              .open(token)
              .orElseThrow(() -> new TokenRejectedException(Rejection.SESSION_NOT_OPENED));
      return new Accepted(
          rules.check(HEADER, Claims.read(claims), VerifiedToken.Proof.SIGNATURE), CONFIGURED);
    } catch (TokenRejectedException e) {
      return new Refused(e.rejection(), "", "");
    }
  }
}
