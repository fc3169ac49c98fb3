package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TamboThreadsTest {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final TamboCalls calls = new TamboCalls(tambo);

  @AfterEach
  void stop() {
    tambo.close();
    issuer.close();
  }

  @Test
  void cursorLeadsToTheNextPage() throws Exception {
    String first = create("{\"userKey\":\"a\"}");
    String second = create("{\"userKey\":\"a\"}");

    Map<String, @Nullable Object> page = list("?userKey=a&limit=1");
    assertEquals(true, page.get("hasMore"));
    assertTrue(Json.write(page).contains(second));

    Map<String, @Nullable Object> next =
        list("?userKey=a&limit=1&cursor=" + page.get("nextCursor"));
    assertEquals(false, next.get("hasMore"));
    assertTrue(Json.write(next).contains(first));
  }

  @Test
  void ownerChangesNameAndMetadata() throws Exception {
    String id = create("{\"userKey\":\"a\"}");
    HttpResponse<String> changed =
        TamboCalls.send(
            Http.request(tambo.url() + "/v1/threads/" + id + "?userKey=a")
                .method("PATCH", BodyPublishers.ofString("{\"metadata\":{\"k\":1}}"))
                .header("Content-Type", "application/json"),
            tambo.apiKey());

    assertEquals(200, changed.statusCode());
    assertEquals(Map.of("k", 1L), TamboCalls.json(changed.body()).get("metadata"));
  }

  @Test
  void ownerSeesMessagesAndNobodyElse() throws Exception {
    String path = "/v1/threads/" + create("{\"userKey\":\"a\"}") + "/messages?userKey=";

    assertEquals("{\"messages\":[],\"hasMore\":false}", calls.get(path + "a").body());
    assertEquals(403, calls.get(path + "b").statusCode());
  }

  private String create(String body) throws Exception {
    HttpRequest.Builder request =
        Http.request(tambo.url() + "/v1/threads")
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    return String.valueOf(
        TamboCalls.json(TamboCalls.send(request, tambo.apiKey()).body()).get("id"));
  }

  private Map<String, @Nullable Object> list(String query) throws Exception {
    return TamboCalls.json(calls.get("/v1/threads" + query).body());
  }
}
