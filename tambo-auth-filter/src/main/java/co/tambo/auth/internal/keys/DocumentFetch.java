package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.http.HttpFetch.Answer;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import co.tambo.auth.internal.http.HttpsOrLoopback;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Fetches a JSON object: status 200 and nothing else, no redirects, strict JSON. Thread-safe. */
final class DocumentFetch {

  /**
   * Key sets with certificate chains outgrow the 50 KB that are common as a limit; five times that
   * is still read in an instant.
   */
  static final int MAX_BYTES = 256 * 1024;

  /** What came of a fetch. */
  sealed interface Outcome {}

  /** A document. */
  record Document(Map<String, @Nullable Object> members, HttpHeaders headers) implements Outcome {}

  /** No document; the problem says why on one line. */
  record NoDocument(String problem) implements Outcome {}

  private final HttpFetch http;

  DocumentFetch(HttpFetch http) {
    this.http = http;
  }

  static URI requireFetchable(URI uri) {
    if (!HttpsOrLoopback.accepts(uri)) {
      throw new IllegalArgumentException("not https, nor http on loopback: " + uri.toASCIIString());
    }
    return uri;
  }

  CompletableFuture<Outcome> get(URI uri, Duration deadline) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json, application/jwk-set+json")
            .header("User-Agent", "tambo-auth")
            .build();
    return http.send(request, deadline, MAX_BYTES).thenApply(outcome -> read(uri, outcome));
  }

  private static Outcome read(URI uri, HttpFetch.Outcome outcome) {
    if (outcome instanceof Failure failure) {
      return no(uri, failure.detail());
    }
    Answer answer = (Answer) outcome;
    if (answer.status() != 200) {
      return no(uri, "answered " + answer.status() + (redirects(answer) ? ", not followed" : ""));
    }
    try {
      return new Document(Json.readObject(answer.body()), answer.headers());
    } catch (JsonException e) {
      return no(uri, "did not answer with a JSON object: " + e.getMessage());
    }
  }

  private static boolean redirects(Answer answer) {
    return answer.status() >= 300 && answer.status() < 400;
  }

  private static NoDocument no(URI uri, String problem) {
    return new NoDocument(uri.toASCIIString() + ": " + problem);
  }
}
