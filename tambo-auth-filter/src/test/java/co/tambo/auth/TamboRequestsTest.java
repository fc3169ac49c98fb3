package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboRequests.Identified;
import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.parts.Attack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TamboRequestsTest {

  private static final String ORIGIN = "https://api.tambo.test";

  private static TamboRequests requests(@Nullable String apiKey, TamboIdentity identity) {
    return new TamboRequests(
        new ExchangeSettings(
            ExchangeSettings.Mode.ON_DEMAND,
            URI.create(ORIGIN),
            apiKey,
            null,
            Duration.ofSeconds(10)),
        identity);
  }

  private static TamboRequests byToken(String token) {
    return requests(
        "canary-key", new TamboIdentity.Bearer(() -> new TamboToken(token, Instant.EPOCH)));
  }

  private static TamboRequests byKey(String userKey) {
    return requests("canary-key", new TamboIdentity.UserKey(userKey));
  }

  private static final TamboRequests BEARER = byToken("canary-token");
  private static final TamboRequests USER_KEY = byKey("user a");

  private static Identified identified(
      TamboRequests requests, String method, String path, @Nullable String json) {
    return requests.identify(method, URI.create(ORIGIN + path), json);
  }

  @Nested
  class WithABearer {

    @Test
    void theTokenAndTheApiKeyAreInTheHeaders() {
      HttpRequest request = BEARER.get("/v1/threads?limit=5").build();
      assertEquals(List.of("canary-key"), request.headers().allValues("x-api-key"));
      assertEquals(List.of("Bearer canary-token"), request.headers().allValues("Authorization"));
    }

    @Test
    void theAddressStaysAsItIs() {
      assertEquals(
          URI.create(ORIGIN + "/v1/threads?limit=5"),
          BEARER.get("/v1/threads?limit=5").build().uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/threads", "/v1/threads/runs", "/v1/threads/thr_1/runs"})
    void theBodyStaysAsItIs(String path) {
      String json = "{ \"metadata\" : {\"a\":1.0} }";
      assertSame(json, identified(BEARER, "POST", path, json).json());
      assertFalse(BEARER.identifiesInBody("POST", URI.create(ORIGIN + path)));
    }

    @Test
    void aTokenThatCannotBeHadIsTheCallersToKnow() {
      TamboTokenException missing =
          new TamboTokenException(AuthError.CREDENTIAL_MISSING, "anonymous", null);
      TamboRequests anonymous =
          requests(
              "canary-key",
              new TamboIdentity.Bearer(
                  () -> {
                    throw missing;
                  }));
      assertSame(
          missing, assertThrows(TamboTokenException.class, () -> anonymous.get("/v1/threads")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\r\nX: y", "canary token", "canary\u00e9", ""})
    @Attack({"C07", "I02"})
    void aTokenThatNoHeaderCanCarryIsNotQuoted(String token) {
      TamboRequests broken = byToken(token);
      Exception refusal =
          assertThrows(IllegalArgumentException.class, () -> broken.get("/v1/threads"));
      assertFalse(refusal.toString().contains("canary"));
      assertNull(refusal.getCause());
    }
  }

  @Nested
  class WithAUserKey {

    @ParameterizedTest
    @CsvSource({
      "GET, /v1/threads, /v1/threads?userKey=user%20a",
      "GET, /v1/threads?limit=5, /v1/threads?limit=5&userKey=user%20a",
      "HEAD, /v1/threads, /v1/threads?userKey=user%20a",
      "GET, /v1/threads/thr_1, /v1/threads/thr_1?userKey=user%20a",
      "DELETE, /v1/threads/thr_1, /v1/threads/thr_1?userKey=user%20a",
      "PATCH, /v1/threads/thr_1, /v1/threads/thr_1?userKey=user%20a",
      "POST, /v1/threads/thr_1/runs, /v1/threads/thr_1/runs?userKey=user%20a",
      "GET, /v1/threads/runs, /v1/threads/runs?userKey=user%20a"
    })
    void theKeyIsInTheQuery(String method, String path, String expected) {
      Identified identified = identified(USER_KEY, method, path, null);
      assertEquals(URI.create(ORIGIN + expected), identified.uri());
      assertNull(identified.json());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/v1/threads | {\"a\":1} | {\"a\":1,\"userKey\":\"user a\"}",
          "/v1/threads/ | {} | {\"userKey\":\"user a\"}",
          "/V1/Threads | {} | {\"userKey\":\"user a\"}",
          "/v1/threads/runs | {\"a\":1} | {\"a\":1,\"thread\":{\"userKey\":\"user a\"}}",
          "/v1/threads/runs | {\"thread\":{\"b\":2}} | {\"thread\":{\"b\":2,\"userKey\":\"user a\"}}",
          "/v1/threads/runs | {\"thread\":null} | {\"thread\":{\"userKey\":\"user a\"}}",
          "/auth/mcp/access-token | {} | {\"contextKey\":\"user a\"}"
        })
    void theKeyIsInTheBody(String path, String json, String expected) {
      Identified identified = identified(USER_KEY, "POST", path, json);
      assertEquals(expected, identified.json());
      assertEquals(URI.create(ORIGIN + path), identified.uri());
      assertTrue(USER_KEY.identifiesInBody("POST", identified.uri()));
    }

    @Test
    void aCallWithoutABodyGetsOneWhereTheKeyBelongsThere() {
      assertEquals(
          "{\"userKey\":\"user a\"}", identified(USER_KEY, "POST", "/v1/threads", null).json());
    }

    @Test
    void thereIsNoAuthorization() {
      HttpRequest request = USER_KEY.get("/v1/threads").build();
      assertEquals(List.of("canary-key"), request.headers().allValues("x-api-key"));
      assertEquals(Optional.empty(), request.headers().firstValue("Authorization"));
    }

    @Test
    @Attack("C07")
    void reservedCharactersOfAKeyArePercentEncoded() {
      assertEquals(
          ORIGIN + "/v1/threads?userKey=a%26b%3Dc%2B%23%25%C3%A9%F0%9F%98%80",
          byKey("a&b=c+#%\u00e9\ud83d\ude00").get("/v1/threads").build().uri().toString());
    }

    @Test
    void aThreadThatIsNoObjectIsRefused() {
      assertThrows(
          IllegalArgumentException.class,
          () -> identified(USER_KEY, "POST", "/v1/threads/runs", "{\"thread\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\u00a0",
          "oauth:user:victim",
          " oauth:user:victim",
          "\u00a0oauth:user:victim",
          "\ufeffoauth:user:victim",
          "\u2007oauth:user:victim",
          "a\nb",
          "a\u0000",
          "a\ud800"
        })
    @Attack("C04")
    void aKeyThatTamboWouldTakeForAnotherUserIsRefused(String userKey) {
      assertThrows(IllegalArgumentException.class, () -> byKey(userKey));
    }
  }

  @Attack("H11")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "userKey=victim",
        "userKey",
        "a=1&userKey=victim",
        "user%4Bey=victim",
        "userKey[]=victim",
        "userKey[0]=victim",
        "userKey%5B%5D=victim",
        "[userKey]=victim",
        "contextKey=victim"
      })
  void aUserInTheQueryIsRefused(String query) {
    for (TamboRequests requests : List.of(BEARER, USER_KEY)) {
      assertThrows(IllegalArgumentException.class, () -> requests.get("/v1/threads?" + query));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userKey\":\"victim\"}",
        "{\"userKey\":null}",
        "{\"user\\u004bey\":\"victim\"}",
        "{\"contextKey\":\"victim\"}",
        "{\"thread\":{\"userKey\":\"victim\"}}"
      })
  void aUserInTheBodyIsRefused(String json) {
    for (TamboRequests requests : List.of(BEARER, USER_KEY)) {
      assertThrows(IllegalArgumentException.class, () -> requests.post("/v1/threads/runs", json));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "\"x\"", "{} x", "{\"userKey\":\"a\",\"userKey\":\"b\"}"})
  void aBodyThatIsNoJsonObjectIsRefused(String json) {
    assertThrows(IllegalArgumentException.class, () -> BEARER.post("/v1/threads", json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1/threads",
        "https://evil.test/v1",
        "//evil.test/v1",
        "@evil.test/v1",
        ".evil.test/",
        ":81/v1",
        "\\evil.test",
        "/\\evil.test",
        "/v1/../admin",
        "/v1/./threads",
        "/v1/..",
        "/v1//threads",
        "/v1/%2e%2e/admin",
        "/v1/%2E%2E/admin",
        "/v1%2fthreads",
        "/v1%5cthreads",
        "/v1/%74hreads",
        "/v1/threads;x=1",
        "/v1/threads#x",
        "/v1/threads\r\nX: y",
        "/v1/thr eads",
        "/v1/thr\u00e9ads",
        "/v1/%00",
        "/v1/%252e",
        "/v1/%zz"
      })
  void aPathThatIsNotPlainIsRefusedAndNotQuoted(String path) {
    Exception refusal = assertThrows(IllegalArgumentException.class, () -> BEARER.get(path));
    assertNull(refusal.getCause());
    assertFalse(refusal.toString().contains("threads"), refusal.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", ".evil.test/v1", "@evil.test/v1", ":81/v1"})
  void anAddressIsNeverMadeOfWhatIsNoPath(String path) {
    TamboOrigin origin = new TamboOrigin(URI.create(ORIGIN));
    assertThrows(IllegalArgumentException.class, () -> origin.resolve(path));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.tambo.test/v1, true",
    "HTTPS://API.tambo.test:443/v1, true",
    "https://api.tambo.test, true",
    "http://api.tambo.test/v1, false",
    "https://api.tambo.test:8443/v1, false",
    "https://api.tambo.test.evil.test/v1, false",
    "https://evil.test/https://api.tambo.test, false",
    "https://api.tambo.test@evil.test/v1, false",
    "/v1, false",
    "mailto:api.tambo.test, false"
  })
  @Attack("X19")
  void onlyTheConfiguredOriginIsTambo(URI uri, boolean tambo) {
    assertEquals(tambo, BEARER.isTambo(uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/v1/threads",
        "https://user@api.tambo.test/v1/threads",
        "https://api.tambo.test",
        "https://api.tambo.test?x=/v1",
        "/v1/threads",
        "mailto:x"
      })
  void nothingIsIdentifiedElsewhere(URI uri) {
    assertThrows(IllegalArgumentException.class, () -> BEARER.identify("GET", uri, null));
    assertFalse(USER_KEY.identifiesInBody("POST", URI.create("https://evil.test/v1/threads")));
  }

  @Test
  void withoutAnApiKeyThereIsNoRequest() {
    TamboTokenException refusal =
        assertThrows(
            TamboTokenException.class,
            () -> requests(null, new TamboIdentity.UserKey("a")).get("/v1/threads"));
    assertEquals(AuthError.TOKEN_NOT_OBTAINABLE, refusal.error());
  }

  @Test
  void aMethodThatCannotBeSentIsRefusedWithoutSecrets() {
    Exception refusal =
        assertThrows(
            IllegalArgumentException.class, () -> BEARER.request("G T", "/v1/threads", null));
    assertNull(refusal.getCause());
  }

  @Test
  void aBodyIsSentAsJson() {
    HttpRequest request = BEARER.post("/v1/threads", "{}").build();
    assertEquals(Optional.of("application/json"), request.headers().firstValue("Content-Type"));
    assertEquals(2, request.bodyPublisher().orElseThrow().contentLength());
    assertEquals(
        Optional.empty(), BEARER.get("/v1/threads").build().headers().firstValue("Content-Type"));
  }

  @Test
  void aRequestTimesOutAfterAMinute() {
    assertEquals(Optional.of(Duration.ofMinutes(1)), BEARER.get("/v1/threads").build().timeout());
  }

  @Test
  void nothingPrintsASecret() {
    Identified bearer = identified(BEARER, "POST", "/v1/threads", "{}");
    Identified userKey = identified(byKey("canary-user"), "GET", "/v1/threads", null);
    String printed =
        BEARER + " " + bearer + " " + userKey + " " + new TamboIdentity.UserKey("canary-user");
    assertFalse(printed.contains("canary"), printed);
  }
}
