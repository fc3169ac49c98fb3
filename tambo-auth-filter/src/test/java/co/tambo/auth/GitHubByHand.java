package co.tambo.auth;

import co.tambo.auth.internal.http.HttpFetch;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Answers for the addresses that the preset knows, and for no others. */
final class GitHubByHand implements HttpFetch {

  private static final Map<String, String> BODIES =
      Map.of(
          "https://api.github.com/applications/Iv1.0123456789abcdef/token", "{}",
          "https://api.github.com/user", "{\"id\":583231,\"type\":\"User\",\"email\":null}");

  @Override
  public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes) {
    String body = BODIES.getOrDefault(request.uri().toString(), "");
    return CompletableFuture.completedFuture(
        new Answer(
            200,
            HttpHeaders.of(Map.of(), (name, value) -> true),
            body.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {}
}
