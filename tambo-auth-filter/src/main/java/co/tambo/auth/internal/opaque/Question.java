package co.tambo.auth.internal.opaque;

import java.util.concurrent.CompletableFuture;

/** Something that a provider can be asked about a token. Thread-safe. */
@FunctionalInterface
interface Question {

  /** Asks. The future never fails for what the far side does, and completes by the deadline. */
  CompletableFuture<Finding> ask(String token, Deadline deadline);

  /** Returns the question that is not asked. */
  static Question none() {
    return (token, deadline) -> CompletableFuture.completedFuture(Finding.Stated.NOTHING);
  }
}
