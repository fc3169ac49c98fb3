package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.servers.keycloak.Keycloak;
import co.tambo.servers.keycloak.LabClient;
import co.tambo.servers.keycloak.LabUser;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sample, deployed on a server, with users of a real Keycloak. */
final class SampleSite {

  /** Pages of every user, by a servlet and by REST. */
  static final List<String> PAGES = List.of("/servlet/me", "/api/me");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final Keycloak keycloak;

  SampleSite(URI base, Keycloak keycloak) {
    this.base = base;
    this.keycloak = keycloak;
  }

  URI uri(String path) {
    return URI.create(base + path);
  }

  /** Everything that the sample shows of its users. */
  void whole() throws Exception {
    String alice = keycloak.login(LabUser.ALICE).accessToken();
    for (String page : Set.of("/servlet/me", "/api/me", "/api/admin", "/api/optional")) {
      knows(LabUser.ALICE, page, alice);
    }
    String bob = keycloak.login(LabUser.BOB).accessToken();
    knows(LabUser.BOB, "/servlet/me", bob);
    assertEquals(403, get("/api/admin", bob).statusCode());
    knows(LabUser.CAROL, "/api/me", keycloak.login(LabUser.CAROL).accessToken());
    refusesOthers();
    isOpenToEverybody();
  }

  private void refusesOthers() throws Exception {
    String elsewhere = keycloak.passwordGrant(LabClient.ELSEWHERE, LabUser.ALICE).accessToken();
    String idToken = Objects.requireNonNull(keycloak.login(LabUser.ALICE).idToken());
    for (String page : Set.of("/servlet/me", "/api/me", "/api/admin", "/api/threads")) {
      assertEquals(401, get(page, null).statusCode(), page);
      assertEquals(401, get(page, elsewhere).statusCode(), page);
      assertEquals(401, get(page, idToken).statusCode(), page);
    }
    assertEquals(401, get("/session/me", null).statusCode());
    assertEquals(401, get("/session/me", keycloak.login(LabUser.BOB).accessToken()).statusCode());
  }

  private void isOpenToEverybody() throws Exception {
    assertEquals(200, get("/public/ping", null).statusCode());
    assertEquals(404, get("/session/login", null).statusCode());
    JsonObject nobody = Site.json(get("/api/optional", null).body());
    assertTrue(nobody.isNull("name"), nobody::toString);
    HttpResponse<String> page = get("/", null);
    assertEquals(200, page.statusCode(), page::body);
    assertTrue(page.body().contains("unauthenticated"), page::body);
    for (String hidden : Set.of("/co/tambo/sample/launch/Main.class", "/WEB-INF/web.xml")) {
      assertEquals(404, get(hidden, null).statusCode(), hidden);
    }
  }

  /** Waits until the issuer's keys are there, on the server that has the site. */
  void untilItHasKeys(RunningServer server) {
    String token = keycloak.passwordGrant(LabUser.ALICE).accessToken();
    PAGES.forEach(page -> server.untilItHasKeys(uri(page).getPath(), token));
  }

  /** Alice is known by a token that she has just logged in for. */
  void knowsAlice() throws Exception {
    String token = keycloak.passwordGrant(LabUser.ALICE).accessToken();
    for (String page : PAGES) {
      knows(LabUser.ALICE, page, token);
    }
  }

  private void knows(LabUser user, String page, String token) throws Exception {
    HttpResponse<String> answer = get(page, token);
    assertEquals(200, answer.statusCode(), () -> page + ": " + answer.body());
    JsonObject me = Site.json(answer.body());
    assertEquals(user.userName(), me.getString("name", null), me::toString);
    assertEquals(keycloak.issuer(), me.getString("issuer", null), me::toString);
    assertEquals("userToken", me.getString("source", null), me::toString);
    Set<String> roles =
        me.getJsonArray("roles").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.toSet());
    assertTrue(roles.containsAll(user.roles()), me::toString);
    assertFalse(roles.contains("admin") && !user.roles().contains("admin"), me::toString);
  }

  /** Gets a page with a user token; without one when it is null. */
  HttpResponse<String> get(String page, @Nullable String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(page)).timeout(Duration.ofMinutes(1));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
