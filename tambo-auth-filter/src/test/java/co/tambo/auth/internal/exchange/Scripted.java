package co.tambo.auth.internal.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** An exchange whose calls a test completes by hand, or answers beforehand. */
final class Scripted implements TokenExchange {

  private final Queue<CompletableFuture<Outcome>> answers = new ArrayDeque<>();
  private final List<CompletableFuture<Outcome>> calls = new ArrayList<>();
  private boolean closed;

  Scripted answers(Outcome outcome) {
    answers.add(CompletableFuture.completedFuture(outcome));
    return this;
  }

  @Override
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized CompletableFuture<Outcome> exchange(SubjectToken subjectToken) {
    CompletableFuture<Outcome> call =
        answers.isEmpty() ? new CompletableFuture<>() : answers.remove();
    calls.add(call);
    return call;
  }

  synchronized List<CompletableFuture<Outcome>> calls() {
    return List.copyOf(calls);
  }
}
