package co.tambo.auth.internal.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Calls over the JDK's client. */
@SuppressWarnings("FutureReturnValueIgnored") // what is chained here are actions
final class JdkHttpFetch implements HttpFetch {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final Calls calls = new Calls("tambo-auth-http");
  private final AtomicReference<@Nullable HttpClient> client =
      new AtomicReference<>(newClient(calls.workers()));

  /** The JDK's selector thread keeps the context class loader of whoever creates the client. */
  private static HttpClient newClient(Executor executor) {
    Thread thread = Thread.currentThread();
    ClassLoader application = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .executor(executor)
          .sslContext(ServerTrust.context())
          .build();
    } finally {
      thread.setContextClassLoader(application);
    }
  }

  @Override
  public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes) {
    return calls.start(
        request.uri().getHost(), deadline, outcome -> exchange(request, maxBytes, outcome));
  }

  private void exchange(HttpRequest request, int maxBytes, CompletableFuture<Outcome> outcome) {
    HttpClient open = client.get();
    if (open == null) {
      return;
    }
    AtomicBoolean headersRead = new AtomicBoolean();
    BodyHandler<byte[]> body = BoundedBody.ofAtMost(maxBytes);
    CompletableFuture<HttpResponse<byte[]>> exchange =
        open.sendAsync(
            request,
            answer -> {
              headersRead.set(true);
              return completing(outcome, answer, body.apply(answer));
            });
    // The future itself must be cancelled, not one derived from it: only that ends the exchange.
    outcome.whenComplete((ended, failure) -> cancel(exchange, ended));
    exchange
        .handle((response, failure) -> failure)
        .thenAccept(failure -> fail(outcome, failure, request, headersRead.get()));
  }

  /**
   * Completes with the last byte, on a thread of ours: the JDK completes the exchange itself on the
   * common pool, which an application may have blocked.
   */
  private static BodySubscriber<byte[]> completing(
      CompletableFuture<Outcome> outcome, ResponseInfo answer, BodySubscriber<byte[]> body) {
    body.getBody()
        .thenAccept(
            bytes -> outcome.complete(new Answer(answer.statusCode(), answer.headers(), bytes)));
    return body;
  }

  /** An exchange that was answered ends by itself, and leaves its connection for the next one. */
  private static void cancel(CompletableFuture<?> exchange, @Nullable Outcome ended) {
    if (!(ended instanceof Answer)) {
      exchange.cancel(true);
    }
  }

  private static void fail(
      CompletableFuture<Outcome> outcome,
      @Nullable Throwable failure,
      HttpRequest request,
      boolean headersRead) {
    if (failure != null) {
      outcome.complete(Failures.of(failure, request.uri().getHost(), headersRead));
    }
  }

  @Override
  public void close() {
    HttpClient open = client.getAndSet(null);
    calls.endAll();
    if (open != null) {
      endSelector(open);
    }
    calls.close();
  }

  /** {@code HttpClient.shutdownNow} is of JDK 21; its {@code close} would wait. */
  private static void endSelector(HttpClient client) {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(client);
    } catch (ReflectiveOperationException before21) {
      return;
    }
  }
}
