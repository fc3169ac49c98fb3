package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and verifies tokens as the library inside Tambo does, without any clock tolerance. */
record Jwt(
    Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims, String text) {

  /** Reads the claims alone; neither header nor signature is looked at. */
  static Map<String, @Nullable Object> decode(String token) throws JwtException {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new JwtException("not three parts");
    }
    return object(parts[1]);
  }

  static Jwt parse(String token) throws JwtException {
    Map<String, @Nullable Object> claims = decode(token);
    return new Jwt(object(token.split("\\.", -1)[0]), claims, token);
  }

  /** Returns the header's algorithm if it is one of these. */
  SignatureAlgorithm algorithm(Set<SignatureAlgorithm> allowed) throws JwtException {
    return SignatureAlgorithm.ofHeader(header.get("alg"))
        .filter(allowed::contains)
        .orElseThrow(() -> new JwtException("algorithm not allowed"));
  }

  /** Returns the claims once signature and times have been checked. */
  Map<String, @Nullable Object> verified(Key key, Set<SignatureAlgorithm> allowed, Instant now)
      throws JwtException {
    SignatureAlgorithm algorithm = algorithm(allowed);
    int end = text.lastIndexOf('.');
    byte[] signed = text.substring(0, end).getBytes(StandardCharsets.US_ASCII);
    if (!algorithm.fits(key) || !algorithm.verify(key, signed, bytes(text.substring(end + 1)))) {
      throw new JwtException("bad signature");
    }
    checkTimes(now);
    return claims;
  }

  private void checkTimes(Instant now) throws JwtException {
    BigDecimal seconds = BigDecimal.valueOf(now.getEpochSecond());
    number("iat");
    BigDecimal notBefore = number("nbf");
    BigDecimal expiry = number("exp");
    if (notBefore != null && notBefore.compareTo(seconds) > 0) {
      throw new JwtException("not yet valid");
    }
    if (expiry != null && expiry.compareTo(seconds) <= 0) {
      throw new JwtException("expired");
    }
  }

  private @Nullable BigDecimal number(String claim) throws JwtException {
    BigDecimal number = Claims.number(claims, claim);
    if (number == null && claims.containsKey(claim)) {
      throw new JwtException(claim + " is no number");
    }
    return number;
  }

  private static Map<String, @Nullable Object> object(String part) throws JwtException {
    try {
      return Json.readObject(bytes(part));
    } catch (JsonException e) {
      throw new JwtException("not JSON");
    }
  }

  private static byte[] bytes(String base64url) throws JwtException {
    try {
      return Base64.getUrlDecoder().decode(base64url);
    } catch (IllegalArgumentException e) {
      throw new JwtException("not base64url");
    }
  }
}
