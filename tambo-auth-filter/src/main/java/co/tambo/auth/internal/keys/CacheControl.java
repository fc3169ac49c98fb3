package co.tambo.auth.internal.keys;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What RFC 9111 section 5.2.2.1 says of an answer's life. */
final class CacheControl {

  private static final String MAX_AGE = "max-age=";

  /** Ten digits of seconds are three centuries. */
  private static final int MAX_DIGITS = 10;

  private CacheControl() {}

  /**
   * Returns the shortest {@code max-age}. Nothing else counts: {@code no-cache}, as Keycloak sends
   * it, would have the keys fetched for every request.
   */
  static Optional<Duration> maxAge(HttpHeaders headers) {
    return headers.allValues("Cache-Control").stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
        .filter(directive -> directive.startsWith(MAX_AGE))
        .flatMap(directive -> seconds(directive.substring(MAX_AGE.length())))
        .min(Duration::compareTo);
  }

  private static Stream<Duration> seconds(String digits) {
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Stream.of(Duration.ofSeconds(Long.parseLong(digits))) : Stream.empty();
  }
}
