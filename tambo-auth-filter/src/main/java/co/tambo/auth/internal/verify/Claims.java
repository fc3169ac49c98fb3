package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token's claims (RFC 7519 section 4), strictly read. A claim that is there with another type, or
 * with null, is refused rather than taken for absent.
 */
public record Claims(Map<String, @Nullable Object> members) {

  /** The first instant after the year 9999, in seconds. */
  private static final BigDecimal END_OF_TIME = new BigDecimal("253402300800");

  static Claims read(byte[] payload) throws TokenRejectedException {
    try {
      Claims claims = new Claims(Json.readObject(payload));
      claims.text("iss");
      return claims;
    } catch (JsonException e) {
      throw new TokenRejectedException(Rejection.CLAIMS_NOT_STRICT_JSON);
    }
  }

  /** Returns the issuer, null without one; its type was checked when the claims were read. */
  @Nullable String issuer() {
    return (String) members.get("iss");
  }

  /** Returns whether a claim is there, be it null. */
  public boolean has(String claim) {
    return members.containsKey(claim);
  }

  /** Returns a text claim, null when it is absent. */
  public @Nullable String text(String claim) throws TokenRejectedException {
    if (!members.containsKey(claim)) {
      return null;
    }
    if (members.get(claim) instanceof String text) {
      return text;
    }
    throw new TokenRejectedException(Rejection.CLAIM_OF_WRONG_TYPE);
  }

  /** Returns a claim that is one text or an array of texts; empty when it is absent. */
  public List<String> texts(String claim) throws TokenRejectedException {
    if (!members.containsKey(claim)) {
      return List.of();
    }
    Object value = members.get(claim);
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new TokenRejectedException(Rejection.CLAIM_OF_WRONG_TYPE);
  }

  /** Returns a NumericDate (RFC 7519 section 2), null when it is absent. */
  public @Nullable Instant date(String claim) throws TokenRejectedException {
    if (!members.containsKey(claim)) {
      return null;
    }
    Object value = members.get(claim);
    if (value instanceof Long whole && whole > 0 && whole < END_OF_TIME.longValue()) {
      return Instant.ofEpochSecond(whole);
    }
    BigDecimal seconds = value instanceof BigDecimal fraction ? fraction : BigDecimal.ZERO;
    if (seconds.signum() <= 0 || seconds.compareTo(END_OF_TIME) >= 0) {
      throw new TokenRejectedException(Rejection.CLAIM_OF_WRONG_TYPE);
    }
    long whole = seconds.longValue();
    long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
    return Instant.ofEpochSecond(whole, nanos);
  }
}
