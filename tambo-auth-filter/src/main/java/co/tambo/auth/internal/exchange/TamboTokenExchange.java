package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TimeSource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The call itself: {@code POST /oauth/token} (RFC 8693 section 2.1) with Tambo's API key. */
final class TamboTokenExchange implements TokenExchange {

  /** The longest subject token that Tambo takes, in characters. */
  static final int MAX_SUBJECT_TOKEN = 8192;

  private static final int MAX_BODY = 64 * 1024;
  private static final String FORM =
      "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
          + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
          + "&subject_token=";

  private final HttpRequest.Builder template;
  private final Duration timeout;
  private final HttpFetch http;
  private final TimeSource time;
  private final ExchangeEvents events;
  private final TamboAnswers answers = new TamboAnswers();

  TamboTokenExchange(
      ExchangeSettings settings,
      String apiKey,
      HttpFetch http,
      TimeSource time,
      ExchangeEvents events) {
    this.template = template(settings.url(), apiKey);
    this.timeout = settings.timeout();
    this.http = http;
    this.time = time;
    this.events = events;
  }

  @Override
  public CompletableFuture<Outcome> exchange(SubjectToken subjectToken) {
    String token = subjectToken.text().get();
    Optional<Outcome> refusal = refusal(token);
    return refusal.isPresent()
        ? CompletableFuture.completedFuture(refusal.get())
        : call(token, subjectToken.expiresAt());
  }

  private static Optional<Outcome> refusal(String token) {
    if (token.length() > MAX_SUBJECT_TOKEN) {
      return Optional.of(new SubjectTokenRefused(400, Hint.SIZE));
    }
    boolean sendable = !token.isBlank() && token.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    return sendable ? Optional.empty() : Optional.of(new SubjectTokenRefused(400, Hint.NONE));
  }

  private CompletableFuture<Outcome> call(String token, @Nullable Instant expiresAt) {
    String form = FORM + URLEncoder.encode(token, StandardCharsets.UTF_8);
    HttpRequest request = template.copy().POST(BodyPublishers.ofString(form)).build();
    Instant sentAt = time.now();
    long start = time.nanos();
    return http.send(request, timeout, MAX_BODY)
        .thenCompose(first -> repeated(request, first, timeout.minus(since(start))))
        .thenApply(
            result -> {
              Outcome outcome = answers.outcome(result, sentAt, expiresAt);
              report(since(start), result, outcome);
              return outcome;
            });
  }

  /** A pooled connection may have died while it was idle; Tambo closes them after 5 s. */
  private CompletableFuture<HttpFetch.Outcome> repeated(
      HttpRequest request, HttpFetch.Outcome first, Duration left) {
    boolean unheard =
        first instanceof HttpFetch.Failure failure
            && (failure.cause() == HttpFetch.Cause.CONNECT
                || failure.cause() == HttpFetch.Cause.NO_ANSWER);
    return unheard && left.compareTo(Duration.ZERO) > 0
        ? http.send(request, left, MAX_BODY)
        : CompletableFuture.completedFuture(first);
  }

  private Duration since(long start) {
    return Duration.ofNanos(time.nanos() - start);
  }

  private void report(Duration took, HttpFetch.Outcome result, Outcome outcome) {
    int status = result instanceof HttpFetch.Answer answer ? answer.status() : 0;
    try {
      events.exchanged(took, status, outcome, FailureReason.of(result, outcome));
    } catch (RuntimeException listenersOwn) {
      events.defect(listenersOwn);
    }
  }

  @SuppressWarnings("UnusedException") // the JDK's text quotes the key
  private static HttpRequest.Builder template(URI url, String apiKey) {
    try {
      return HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
          .header("x-api-key", apiKey)
          .header("Accept", "application/json")
          .header("Content-Type", "application/x-www-form-urlencoded");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "tambo.url or tambo.api-key holds characters that cannot be sent");
    }
  }
}
