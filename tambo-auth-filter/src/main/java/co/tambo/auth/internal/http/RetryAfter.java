package co.tambo.auth.internal.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code Retry-After} of an answer (RFC 9110 section 10.2.3). */
public final class RetryAfter {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private RetryAfter() {}

  /** Returns the wait that was asked for, clamped to 1 to 60 seconds; empty when none was. */
  public static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(value -> isDigits(value) ? seconds(value) : date(value, now))
        .map(RetryAfter::clamped);
  }

  private static boolean isDigits(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Duration> seconds(String digits) {
    return Optional.of(
        digits.length() > 9 ? LONGEST : Duration.ofSeconds(Integer.parseInt(digits)));
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return Optional.of(Duration.between(now, date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration clamped(Duration wait) {
    if (wait.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
