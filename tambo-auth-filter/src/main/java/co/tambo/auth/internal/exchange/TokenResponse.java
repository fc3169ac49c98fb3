package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer to a token exchange (RFC 8693 section 2.2.1). Never prints itself.
 *
 * @param accessToken visible ASCII, fit for a header
 * @param life how long the token lives, in whole seconds and at most an hour; zero when Tambo did
 *     not say so in a number above zero
 */
record TokenResponse(String accessToken, Duration life) {

  private static final int MAX_ACCESS_TOKEN = 16 * 1024;
  private static final BigDecimal MAX_LIFE = BigDecimal.valueOf(3600);
  private static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";

  /** Returns the response that a body holds, empty when it is none that can be relied on. */
  static Optional<TokenResponse> read(byte[] body) {
    try {
      return of(Json.readObject(body));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Optional<TokenResponse> of(Map<String, @Nullable Object> members) {
    boolean usable =
        members.get("access_token") instanceof String token
            && fitsHeader(token)
            && members.get("token_type") instanceof String type
            && type.equalsIgnoreCase("Bearer")
            && ACCESS_TOKEN_TYPE.equals(members.get("issued_token_type"));
    return usable
        ? Optional.of(
            new TokenResponse(
                String.valueOf(members.get("access_token")), life(members.get("expires_in"))))
        : Optional.empty();
  }

  private static boolean fitsHeader(String token) {
    return !token.isEmpty()
        && token.length() <= MAX_ACCESS_TOKEN
        && token.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }

  /** Compares before it rounds: to round 1e999999999 would take all memory. */
  private static Duration life(@Nullable Object expiresIn) {
    if (!(expiresIn instanceof Number number)) {
      return Duration.ZERO;
    }
    BigDecimal seconds =
        number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
    if (seconds.compareTo(BigDecimal.ONE) < 0) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(seconds.min(MAX_LIFE).longValue());
  }

  @Override
  public String toString() {
    return "TokenResponse[****, " + life + "]";
  }
}
