package co.tambo.servers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.servers.Site;
import co.tambo.servers.Technology;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Who the caller is in a WebSocket, and who gets none. */
final class WebSocketCheck {

  private WebSocketCheck() {}

  static void run(Site site) throws Exception {
    assumeTrue(site.has(Technology.WEBSOCKET));
    refused(site, null);
    refused(site, site.forged("alice"));
    JsonObject known = answer(site, "/required/socket", site.token("alice", "admin"));
    assertEquals("alice", known.getString("session", null), known::toString);
    assertEquals("alice", known.getString("handshake"), known::toString);
    assertTrue(known.getBoolean("admin"), known::toString);
    JsonObject nobody = answer(site, "/optional/socket", null);
    assertTrue(Callers.isNull(nobody, "session"), nobody::toString);
    assertEquals("", nobody.getString("handshake"), nobody::toString);
  }

  private static void refused(Site site, @Nullable String token) {
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> answer(site, "/required/socket", token));
    WebSocketHandshakeException refusal =
        assertInstanceOf(WebSocketHandshakeException.class, failed.getCause());
    assertEquals(401, refusal.getResponse().statusCode());
  }

  private static JsonObject answer(Site site, String path, @Nullable String token)
      throws Exception {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    Answer answer = new Answer();
    URI uri = URI.create(site.uri(path).toString().replaceFirst("^http", "ws"));
    WebSocket socket = builder.buildAsync(uri, answer).get(30, TimeUnit.SECONDS);
    try {
      socket.sendText("hello", true).get(30, TimeUnit.SECONDS);
      return Site.json(answer.text.get(30, TimeUnit.SECONDS));
    } finally {
      socket.abort();
    }
  }

  private static final class Answer implements WebSocket.Listener {

    private final StringBuilder received = new StringBuilder();
    private final CompletableFuture<String> text = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      received.append(data);
      if (last) {
        text.complete(received.toString());
      }
      socket.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      text.completeExceptionally(error);
    }
  }
}
