package co.tambo.auth.internal.exchange;

import co.tambo.auth.TamboToken;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the tests of this package share. */
final class Fixtures {

  static final String API_KEY = "tambo_canary-api-key";
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private Fixtures() {}

  static ExchangeSettings settings(URI url) {
    return settings(url, TIMEOUT);
  }

  static ExchangeSettings settings(URI url, Duration timeout) {
    return new ExchangeSettings(ExchangeSettings.Mode.ON_DEMAND, url, API_KEY, null, timeout);
  }

  static SubjectToken subject(String value) {
    return subject(value, null);
  }

  static SubjectToken subject(String value, @Nullable Instant expiresAt) {
    return new SubjectToken(() -> value, Fingerprint.of(new byte[0], value), expiresAt);
  }

  static Outcome issued(String value, Instant expiresAt) {
    return new Issued(new TamboToken(value, expiresAt));
  }

  static Outcome get(CompletableFuture<Outcome> future) {
    try {
      return future.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the future did not complete with an outcome", e);
    }
  }

  static String token(Outcome outcome) {
    return ((Issued) outcome).token().value();
  }
}
