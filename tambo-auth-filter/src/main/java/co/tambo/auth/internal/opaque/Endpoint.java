package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.http.HttpFetch.Cause;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import co.tambo.auth.internal.time.TimeSource;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** An address of a provider. Redirects are no answers; a body is read up to 64 KB. Thread-safe. */
final class Endpoint {

  private static final int MAX_BODY = 64 * 1024;

  private final URI address;
  private final HttpFetch http;
  private final TimeSource time;

  Endpoint(URI address, HttpFetch http, TimeSource time) {
    this.address = address;
    this.http = http;
    this.time = time;
  }

  /** Sends a request to the address. */
  CompletableFuture<Reply> send(UnaryOperator<HttpRequest.Builder> request, Deadline deadline) {
    HttpRequest sent = request.apply(builder()).build();
    return http.send(sent, deadline.left(), MAX_BODY)
        .thenCompose(first -> repeated(sent, first, deadline))
        .thenApply(outcome -> Reply.of(outcome, time.now()));
  }

  // GitHub answers nobody without a name.
  private HttpRequest.Builder builder() {
    return HttpRequest.newBuilder(address).header("User-Agent", "tambo-auth");
  }

  /** A pooled connection may have died while it was idle. */
  private CompletableFuture<HttpFetch.Outcome> repeated(
      HttpRequest request, HttpFetch.Outcome first, Deadline deadline) {
    boolean unheard =
        first instanceof Failure failure
            && (failure.cause() == Cause.CONNECT || failure.cause() == Cause.NO_ANSWER);
    return unheard && !deadline.left().isZero()
        ? http.send(request, deadline.left(), MAX_BODY)
        : CompletableFuture.completedFuture(first);
  }
}
