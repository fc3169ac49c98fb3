package co.tambo.auth;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.jose.SigningSecret;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.VerifiedToken;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vouches to Tambo for the users who were verified here: a token of ours (RFC 7519) that says what
 * Tambo makes its context key of, and nothing else. The user token stays here. One that comes out
 * longer than Tambo takes is refused before it is sent.
 */
final class SignedSubjectTokens implements SubjectTokens {

  private static final Duration LONGEST_LIFE = Duration.ofHours(1);
  private static final List<String> ORGANISATION = List.of("hd", "tid", "org_id");

  private final SigningSecret secret;
  private final TimeSource time;

  SignedSubjectTokens(SigningSecret secret, TimeSource time) {
    this.secret = secret;
    this.time = time;
  }

  @Override
  public SubjectToken of(String userToken, Fingerprint fingerprint, VerifiedToken verified) {
    return new SubjectToken(
        () -> secret.sign(Json.write(claims(verified))), fingerprint, verified.expiresAt());
  }

  private Map<String, Object> claims(VerifiedToken verified) {
    Map<String, Object> claims = new LinkedHashMap<>();
    if (verified.issuer() != null) {
      claims.put("iss", verified.issuer());
    }
    claims.put("sub", verified.subject());
    for (String name : ORGANISATION) {
      if (verified.keyClaims().get(name) instanceof String text) {
        claims.put(name, text);
      }
    }
    long now = time.now().getEpochSecond();
    long latest = now + LONGEST_LIFE.toSeconds();
    claims.put("iat", now);
    claims.put("exp", Math.min(verified.expiresAt().getEpochSecond(), latest));
    return claims;
  }
}
