package co.tambo.auth;

import co.tambo.auth.Verdict.Diagnosis;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.exchange.TokenExchange;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks Tambo for tokens on request threads, and names what can come of it. */
final class AskedOfTambo {

  private static final Outcome LATE = new TokenExchange.Unavailable(Duration.ofSeconds(5), false);
  private static final Duration HANDOVER = Duration.ofMillis(250);

  private final TokenExchange exchange;
  private final Duration patience;
  private final TamboAuthListener listener;

  /**
   * Creates a way to wait for an exchange.
   *
   * @param timeout the deadline of a call; a little more is waited, for its outcome to arrive
   */
  AskedOfTambo(TokenExchange exchange, Duration timeout, TamboAuthListener listener) {
    this.exchange = exchange;
    this.patience = timeout.plus(HANDOVER);
    this.listener = listener;
  }

  /**
   * Returns the verdict on a token that counts once Tambo has exchanged it.
   *
   * @param identity makes the user of the issued token; null when that names none
   * @param requiredScopes the scopes without which the user may go nowhere
   * @param waits whether the request may wait; otherwise it is told that the exchange is under way
   */
  Verdict confirm(
      SubjectToken subjectToken,
      Function<TamboToken, @Nullable TamboPrincipal> identity,
      Set<String> requiredScopes,
      boolean waits) {
    Optional<Outcome> known = exchange.known(subjectToken);
    if (known.isPresent()) {
      return verdict(known.get(), subjectToken, identity, requiredScopes);
    }
    CompletableFuture<Outcome> underWay = exchange.exchange(subjectToken);
    listener.exchanging(subjectToken.fingerprint().shortHex());
    Outcome outcome = waits ? await(underWay) : underWay.getNow(null);
    return outcome == null
        ? Verdict.exchanging(subjectToken)
        : verdict(outcome, subjectToken, identity, requiredScopes);
  }

  /** Returns the outcome, waiting for it. An interrupt ends the wait and stays set. */
  Outcome await(SubjectToken subjectToken) {
    return exchange.known(subjectToken).orElseGet(() -> await(exchange.exchange(subjectToken)));
  }

  private Outcome await(CompletableFuture<Outcome> outcome) {
    try {
      return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LATE;
    } catch (TimeoutException e) {
      return LATE;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exchange never fails", e.getCause());
    }
  }

  private static Verdict verdict(
      Outcome outcome,
      SubjectToken subjectToken,
      Function<TamboToken, @Nullable TamboPrincipal> identity,
      Set<String> requiredScopes) {
    if (!(outcome instanceof TokenExchange.Issued issued)) {
      Diagnosis diagnosis = new Diagnosis(reason(outcome), "", "", retryAfter(outcome));
      return Verdict.failed(error(outcome), subjectToken.fingerprint(), diagnosis);
    }
    TamboPrincipal principal = identity.apply(issued.token());
    return principal == null
        ? Verdict.failed(
            AuthError.TOKEN_INVALID, subjectToken.fingerprint(), Diagnosis.of("no_subject"))
        : Verdict.identified(principal, subjectToken, requiredScopes);
  }

  /** Returns what a caller is told of an outcome that is no token. */
  static AuthError error(Outcome outcome) {
    if (outcome instanceof TokenExchange.SubjectTokenRefused) {
      return AuthError.TOKEN_INVALID;
    }
    if (outcome instanceof TokenExchange.ApiKeyRefused) {
      return AuthError.API_KEY_REFUSED;
    }
    return outcome instanceof TokenExchange.NotTambo
        ? AuthError.NOT_TAMBO
        : AuthError.EXCHANGE_UNAVAILABLE;
  }

  /** Returns when to try again, null when waiting does not help. */
  static @Nullable Duration retryAfter(Outcome outcome) {
    return outcome instanceof TokenExchange.Unavailable unavailable
        ? unavailable.retryAfter()
        : null;
  }

  /** Returns why there is no token, for the log. */
  static String reason(Outcome outcome) {
    return switch (error(outcome)) {
      case TOKEN_INVALID -> "refused_by_tambo";
      case API_KEY_REFUSED -> "api_key_refused";
      case NOT_TAMBO -> "not_tambo";
      default -> "tambo_unavailable";
    };
  }
}
