package co.tambo.auth.testing;

import co.tambo.auth.internal.json.JsonException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The checks behind the validation modes. */
sealed interface SubjectTokenCheck extends ValidationMode {

  Set<SignatureAlgorithm> HMACS = EnumSet.range(SignatureAlgorithm.HS256, SignatureAlgorithm.HS512);
  Set<SignatureAlgorithm> ASYMMETRIC =
      EnumSet.range(SignatureAlgorithm.RS256, SignatureAlgorithm.ES512);

  /**
   * Returns the token's claims.
   *
   * @throws Refusal with the mode's own words
   * @throws JwtException where Tambo says no more than that the token is invalid
   */
  Map<String, @Nullable Object> claims(String token, ProviderNetwork network, Instant now)
      throws JwtException;

  /** Any token. */
  record None() implements SubjectTokenCheck {
    @Override
    public Map<String, @Nullable Object> claims(
        String token, ProviderNetwork network, Instant now) {
      try {
        return notExpired(Jwt.decode(token), now);
      } catch (JwtException e) {
        return Map.of("sub", "opaque:" + sha256(token));
      }
    }

    private static String sha256(String token) {
      try {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Any token, opaque ones by the provider's word. */
  record Userinfo(URI endpoint) implements SubjectTokenCheck {
    @Override
    public Map<String, @Nullable Object> claims(
        String token, ProviderNetwork network, Instant now) {
      try {
        return notExpired(Jwt.decode(token), now);
      } catch (JwtException e) {
        return network.identity(endpoint, token);
      }
    }
  }

  /** A shared secret. */
  record Symmetric(String secret) implements SubjectTokenCheck {
    @Override
    public Map<String, @Nullable Object> claims(String token, ProviderNetwork network, Instant now)
        throws JwtException {
      if (secret.isEmpty()) {
        throw unauthorized("OAuth symmetric validation configured but no secret key found");
      }
      if (secret.length() < 32) {
        throw unauthorized("OAuth secret key too short or invalid");
      }
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      return Jwt.parse(token).verified(new SecretKeySpec(bytes, "HMAC"), HMACS, now);
    }

    @Override
    public String toString() {
      return "Symmetric";
    }
  }

  /** A configured public key, to which every failure is put down. */
  record Manual(String publicKey) implements SubjectTokenCheck {
    @Override
    public Map<String, @Nullable Object> claims(
        String token, ProviderNetwork network, Instant now) {
      if (publicKey.isEmpty()) {
        throw unauthorized("OAuth asymmetric manual validation configured but no public key found");
      }
      try {
        return Jwt.parse(token).verified(ConfiguredKey.read(publicKey), ASYMMETRIC, now);
      } catch (JwtException | JsonException | GeneralSecurityException e) {
        throw unauthorized("Invalid public key configuration");
      }
    }
  }

  /** The issuer's published keys, fetched anew for every token. */
  record Auto() implements SubjectTokenCheck {
    @Override
    public Map<String, @Nullable Object> claims(String token, ProviderNetwork network, Instant now)
        throws JwtException {
      PublishedKeys keys = network.keysOf(issuer(Jwt.decode(token)));
      Jwt jwt = Jwt.parse(token);
      return jwt.verified(keys.keyFor(jwt, ASYMMETRIC), ASYMMETRIC, now);
    }
  }

  /** A discovered issuer has a URL without a path. */
  private static String issuer(Map<String, @Nullable Object> claims) {
    String issuer = Claims.text(claims, "iss");
    if (issuer == null || issuer.isEmpty()) {
      throw badRequest("Subject token missing or invalid issuer (iss)");
    }
    WebUrl url =
        WebUrl.parse(issuer)
            .orElseThrow(() -> badRequest("Subject token has invalid issuer URL format"));
    if (!url.path().isEmpty() && !url.path().equals("/")) {
      throw badRequest("Subject token issuer cannot contain path components");
    }
    return issuer;
  }

  private static Map<String, @Nullable Object> notExpired(
      Map<String, @Nullable Object> claims, Instant now) {
    BigDecimal seconds = BigDecimal.valueOf(now.getEpochSecond());
    BigDecimal expiry = Claims.number(claims, "exp");
    if (expiry != null && expiry.signum() != 0 && expiry.compareTo(seconds) < 0) {
      throw unauthorized("Token has expired");
    }
    return claims;
  }

  private static Refusal badRequest(String message) {
    return new Refusal(TamboAnswers.error(400, message));
  }

  static Refusal unauthorized(String message) {
    return new Refusal(TamboAnswers.error(401, message));
  }
}
