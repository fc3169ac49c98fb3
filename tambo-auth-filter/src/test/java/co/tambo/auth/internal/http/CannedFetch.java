package co.tambo.auth.internal.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers without a network: the first call with the first body, the last with the last. */
public final class CannedFetch implements HttpFetch {

  private final int status;
  private final Map<String, List<String>> headers;
  private final List<byte[]> bodies;
  private final List<URI> asked = new CopyOnWriteArrayList<>();

  /** Answers with 200 and no headers. */
  public CannedFetch(byte[]... bodies) {
    this(200, Map.of(), bodies);
  }

  /** Answers with a status and headers. */
  public CannedFetch(int status, Map<String, List<String>> headers, byte[]... bodies) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.bodies = List.of(bodies);
  }

  @Override
  public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes) {
    asked.add(request.uri());
    byte[] body = bodies.get(Math.min(asked.size(), bodies.size()) - 1);
    return CompletableFuture.completedFuture(
        new Answer(status, HttpHeaders.of(headers, (name, value) -> true), body));
  }

  /** Returns what was asked for, in order. */
  public List<URI> asked() {
    return asked;
  }

  @Override
  public void close() {}
}
