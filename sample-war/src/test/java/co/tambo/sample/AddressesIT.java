package co.tambo.sample;

import static co.tambo.sample.SampleClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.sample.SampleClient.Token;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address of the sample, in the demo. */
class AddressesIT {

  private static SampleProcess sample;

  private SampleClient client;

  @BeforeAll
  static void start() throws Exception {
    sample = SampleProcess.demo();
  }

  @AfterAll
  static void stop() throws Exception {
    sample.close();
  }

  @BeforeEach
  void newClient() {
    client = new SampleClient(sample.base());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/servlet/me", "/api/me", "/api/optional", "/api/admin"})
  void userTokenIsKnownEverywhere(String path) throws Exception {
    HttpResponse<String> response = client.get(path, client.token("user=alice&roles=admin,dev"));

    assertEquals(200, response.statusCode());
    JsonObject me = json(response);
    assertEquals("alice", me.getString("name"));
    assertEquals("alice", me.getString("subject"));
    assertTrue(me.getString("issuer").startsWith("http://127.0.0.1:"));
    assertTrue(me.isNull("tenant"));
    assertEquals("oauth:user:127.0.0.1:alice", me.getString("contextKey"));
    assertEquals(Set.of("admin", "dev"), roles(me));
    assertEquals("userToken", me.getString("source"));
    assertEquals("identified", me.getString("state"));
    assertEquals(8, me.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/servlet/me", "/session/me", "/api/me", "/api/admin", "/api/threads", "/api/no"})
  void nobodyIsRefused(String path) throws Exception {
    HttpResponse<String> response = client.get(path);

    assertEquals(401, response.statusCode());
    assertEquals("application/problem+json", contentType(response));
    assertEquals("unauthenticated", json(response).getString("state"));
  }

  @Test
  void optionalResourceAnswersNobody() throws Exception {
    HttpResponse<String> response = client.get("/api/optional");

    assertEquals(200, response.statusCode());
    assertEquals("unauthenticated", json(response).getString("state"));
    assertTrue(json(response).isNull("name"));
  }

  @Test
  void adminResourceWantsTheRole() throws Exception {
    assertEquals(403, client.get("/api/admin", client.token("user=alice")).statusCode());
  }

  @Test
  void loginPutsTheUserIntoTheSession() throws Exception {
    assertEquals(204, client.login("user=carol").statusCode());

    JsonObject me = json(client.get("/session/me"));
    assertEquals("carol", me.getString("name"));
    assertEquals("carol", me.getString("contextKey"));
    assertTrue(me.isNull("issuer"));
    assertEquals("userKey", me.getString("source"));
    assertEquals("identified", me.getString("state"));
  }

  @Test
  void loginChangesTheSessionId() throws Exception {
    String first = client.login("user=carol").headers().firstValue("Set-Cookie").orElseThrow();
    String second = client.login("user=dave").headers().firstValue("Set-Cookie").orElseThrow();

    assertNotEquals(first, second);
    assertEquals("dave", json(client.get("/session/me")).getString("name"));
  }

  @Test
  void logoutEndsTheSession() throws Exception {
    client.login("user=carol");

    assertEquals(204, client.post("/session/logout", "").statusCode());
    assertEquals(401, client.get("/session/me").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user=", "user=+", "user=oauth:user:idp:alice", "user=a%00b"})
  void loginRefusesWhatIsNoUserKey(String form) throws Exception {
    assertEquals(400, client.login(form).statusCode());
  }

  @Test
  void sessionDoesNotOpenTheTokenAddresses() throws Exception {
    client.login("user=carol");

    assertEquals(401, client.get("/servlet/me").statusCode());
    assertEquals(401, client.get("/api/me").statusCode());
  }

  @Test
  void threadsBelongToTheirUser() throws Exception {
    Token alice = client.token("user=alice");
    HttpResponse<String> created =
        client.post("/api/threads", "{}", "Authorization", "Bearer " + alice.text());
    assertEquals(201, created.statusCode());
    String id = json(created).getString("id");
    assertEquals("oauth:user:127.0.0.1:alice", json(created).getString("userKey"));

    assertTrue(client.get("/api/threads", alice).body().contains(id));
    assertFalse(client.get("/api/threads", client.token("user=bob")).body().contains(id));
  }

  @Test
  void threadIsNotMadeFromWhatIsNoJsonObject() throws Exception {
    String token = client.token("user=alice").text();
    assertEquals(
        400, client.post("/api/threads", "[1", "Authorization", "Bearer " + token).statusCode());
  }

  @Test
  void pingIsPublic() throws Exception {
    assertEquals(200, client.get("/public/ping").statusCode());
    assertEquals(200, client.get("/public/ping", new Token("x.y.z")).statusCode());
  }

  @Test
  void authStateTellsTheSource() throws Exception {
    HttpResponse<String> response = client.get("/tambo/auth-state", client.token("user=alice"));

    assertEquals(200, response.statusCode());
    assertEquals("{\"status\":\"identified\",\"source\":\"userToken\"}", response.body());
    assertEquals(List.of("no-store"), response.headers().allValues("Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource({"Bearer x.y.z,error", "Bearer,invalid", "Basic eA==,unauthenticated"})
  void authStateIsAlwaysOk(String authorization, String status) throws Exception {
    HttpResponse<String> response = client.get("/tambo/auth-state", "Authorization", authorization);

    assertEquals(200, response.statusCode());
    assertEquals("{\"status\":\"" + status + "\",\"source\":null}", response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/co",
        "/co/",
        "/co/tambo/sample/launch/",
        "/co/tambo/sample/launch/Main.class",
        "/META-INF",
        "/META-INF/",
        "/META-INF/MANIFEST.MF",
        "/WEB-INF",
        "/WEB-INF/",
        "/WEB-INF/web.xml",
        "/WEB-INF/page.jsp",
        "/WEB-INF/launcher/",
        "/WEB-INF/classes/co/tambo/sample/Me.class",
        "/nothing"
      })
  void insideOfTheWarIsNotThere(String path) throws Exception {
    assertEquals(404, client.get(path).statusCode());
  }

  @Test
  void tokenOverTheLimitIsRefusedByTheFilterItself() throws Exception {
    HttpResponse<String> response = client.get("/servlet/me", new Token("a".repeat(8193)));

    assertEquals(401, response.statusCode());
    assertEquals("TAMBO-101", json(response).getString("code"));
  }

  @Test
  void demoTokenIsTextThatNobodyKeeps() throws Exception {
    HttpResponse<String> response = client.post("/demo/token?user=alice", "");

    assertEquals(200, response.statusCode());
    assertEquals("text/plain", contentType(response).replaceAll(";.*", ""));
    assertEquals(List.of("no-store"), response.headers().allValues("Cache-Control"));
    assertEquals(400, client.post("/demo/token", "").statusCode());
    assertEquals(405, client.get("/demo/token?user=alice").statusCode());
  }

  private static String contentType(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElseThrow();
  }

  private static Set<String> roles(JsonObject me) {
    return Set.copyOf(
        me.getJsonArray("roles").getValuesAs(jakarta.json.JsonString.class).stream()
            .map(jakarta.json.JsonString::getString)
            .toList());
  }
}
