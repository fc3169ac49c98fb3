package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.Fingerprint;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * One exchange for any number of callers with the same token. Lies outside of the cache, so that a
 * flight lands only after its outcome can be found there. Callers get copies: one that cancels
 * leaves the others alone.
 */
final class SingleFlightTokenExchange implements TokenExchange {

  private final TokenExchange exchange;
  private final ExchangeEvents events;
  private final ConcurrentMap<Fingerprint, CompletableFuture<Outcome>> flights =
      new ConcurrentHashMap<>();

  SingleFlightTokenExchange(TokenExchange exchange, ExchangeEvents events) {
    this.exchange = exchange;
    this.events = events;
  }

  @Override
  public Optional<Outcome> known(SubjectToken subjectToken) {
    return exchange.known(subjectToken);
  }

  @Override
  public CompletableFuture<Outcome> exchange(SubjectToken subjectToken) {
    CompletableFuture<Outcome> mine = new CompletableFuture<>();
    CompletableFuture<Outcome> others = flights.putIfAbsent(subjectToken.fingerprint(), mine);
    if (others != null) {
      return others.copy();
    }
    var unused =
        begin(subjectToken)
            .whenComplete((outcome, failure) -> land(subjectToken, mine, outcome, failure));
    return mine.copy();
  }

  private CompletableFuture<Outcome> begin(SubjectToken subjectToken) {
    try {
      return exchange.exchange(subjectToken);
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void land(
      SubjectToken subjectToken,
      CompletableFuture<Outcome> flight,
      @Nullable Outcome outcome,
      @Nullable Throwable failure) {
    flights.remove(subjectToken.fingerprint(), flight);
    flight.complete(outcome != null ? outcome : Unavailable.forNow());
    if (failure != null) {
      events.defect(failure);
    }
  }

  @Override
  public void close() {
    exchange.close();
  }
}
