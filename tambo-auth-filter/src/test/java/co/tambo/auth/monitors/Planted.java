package co.tambo.auth.monitors;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What must be found: fetches under a monitor. */
final class Planted {

  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final Object monitor = new Object();

  synchronized String fetchedInAMethod() {
    return answer.join();
  }

  String fetchedInABlock() {
    synchronized (monitor) {
      return fetched();
    }
  }

  String fetchedThroughAnInterface(Source source) {
    synchronized (monitor) {
      return source.text();
    }
  }

  String fetchedAfterwards() {
    synchronized (monitor) {
      answer.complete("");
    }
    return fetched();
  }

  private String fetched() {
    return answer.join();
  }

  /** Where a text comes from. */
  interface Source {
    String text();
  }

  /** A text that is waited for. */
  record Remote(CompletableFuture<String> answer) implements Source {
    @Override
    public String text() {
      return answer.join();
    }
  }

  /** A text that is there. */
  record Local(Supplier<String> text0) implements Source {
    @Override
    public String text() {
      return "";
    }
  }
}
