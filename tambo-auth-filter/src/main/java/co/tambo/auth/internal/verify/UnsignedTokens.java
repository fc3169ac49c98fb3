package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.jose.CompactJws;
import co.tambo.auth.internal.keys.KeySource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      issuer(claims.issuer());
      return new Accepted(rules.check(Map.of(), claims, VerifiedToken.Proof.NONE), NO_KEY);
    } catch (TokenRejectedException e) {
      return new Refused(e.rejection(), "", "");
    }
  }

  private void issuer(@Nullable String issuer) throws TokenRejectedException {
    Set<String> accepted = provider.issuers();
    if (!accepted.isEmpty() && (issuer == null || !accepted.contains(issuer))) {
      throw new TokenRejectedException(Rejection.ISSUER_NOT_ACCEPTED);
    }
  }

  private static byte[] payload(String token) throws TokenRejectedException {
    if (token.length() > CompactJws.MAX_LENGTH) {
      throw new TokenRejectedException(Rejection.TOO_LONG);
    }
    if (token.startsWith(".") || !CompactJws.hasThreeParts(token)) {
      throw new TokenRejectedException(Rejection.NOT_COMPACT_JWS);
    }
    String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    try {
      return Base64.getUrlDecoder().decode(payload);
    } catch (IllegalArgumentException e) {
      throw new TokenRejectedException(Rejection.NOT_CANONICAL_BASE64URL);
    }
  }
}
