package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.jose.CompactJws;
import co.tambo.auth.internal.keys.KeySource;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Reads what a token claims and believes it; for development only. The claim rules still hold. */
final class UnsignedTokens implements TokenVerifier {

  private static final Standing NO_KEY = () -> new KeySource.Candidates(List.of());

  private final ProviderSettings provider;
  private final ClaimRules rules;

  UnsignedTokens(ProviderSettings provider, ClaimRules rules) {
    this.provider = provider;
    this.rules = rules;
  }

  @Override
  public Verdict verify(String token) {
    try {
      Claims claims = Claims.read(payload(token));
      if (!provider.issuers().isEmpty() && !provider.issuers().contains(claims.issuer())) {
        throw new TokenRejectedException(Rejection.ISSUER_NOT_ACCEPTED);
      }
      return new Accepted(rules.check(Map.of(), claims, VerifiedToken.Proof.NONE), NO_KEY);
    } catch (TokenRejectedException e) {
      return new Refused(e.rejection(), "", "");
    }
  }

  private static byte[] payload(String token) throws TokenRejectedException {
    if (token.length() > CompactJws.MAX_LENGTH) {
      throw new TokenRejectedException(Rejection.TOO_LONG);
    }
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 1 || second < 0 || token.indexOf('.', second + 1) >= 0) {
      throw new TokenRejectedException(Rejection.NOT_COMPACT_JWS);
    }
    try {
      return Base64.getUrlDecoder().decode(token.substring(first + 1, second));
    } catch (IllegalArgumentException e) {
      throw new TokenRejectedException(Rejection.NOT_CANONICAL_BASE64URL);
    }
  }
}
