package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.parts.Part;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.HeldAnswers;
import co.tambo.auth.testing.ValidationMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole core against a real issuer and a real Tambo on loopback. */
class TamboAuthenticatorTest {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final List<AutoCloseable> open = new ArrayList<>(List.of(issuer, tambo));
  private final Heard heard = new Heard();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  private TamboAuthenticator authenticator(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.issuer", issuer.issuer());
    settings.put("tambo.audience", FakeIssuer.AUDIENCE);
    settings.put("tambo.url", tambo.url());
    settings.put("tambo.api-key", tambo.apiKey());
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return opened(settings);
  }

  private TamboAuthenticator opened(Map<String, String> settings) {
    TamboAuthenticator authenticator = TamboAuthenticator.of(TamboAuthConfig.of(settings), heard);
    open.add(0, authenticator);
    return authenticator;
  }

  private static FakeRequest bearing(String token) {
    return FakeRequest.get("/x").header("Authorization", "Bearer " + token);
  }

  @Test
  void goodTokenIsAdmittedWithItsUser() {
    AuthDecision decision =
        authenticator("tambo.roles-claim", "roles")
            .authenticate(bearing(issuer.token("alice").roles("admin").text()));
    TamboPrincipal user =
        assertInstanceOf(Admitted.class, decision).auth().principal().orElseThrow();
    assertEquals("alice", user.getName());
    assertEquals(Set.of("admin"), user.roles());
    assertEquals(Optional.of(issuer.issuer()), user.issuer());
    assertEquals(TamboPrincipal.Source.USER_TOKEN, user.source());
    assertTrue(user.verified());
  }

  @Test
  void contextKeyIsTheOneThatTamboMakes() {
    TamboAuth auth = authenticator().authenticate(bearing(issuer.token("alice").text())).auth();
    assertEquals("oauth:user:127.0.0.1:alice", auth.principal().orElseThrow().contextKey());
  }

  @Test
  void tamboTokenIsExchangedOnDemandAndOnce() {
    TamboAuth auth = authenticator().authenticate(bearing(issuer.token("alice").text())).auth();
    assertEquals(0, tambo.exchanges());
    assertEquals(auth.tamboToken(), auth.tamboToken());
    assertEquals(1, tambo.exchanges());
  }

  @Test
  void requiredExchangeMakesTheSourceTokenExchange() {
    TamboAuth auth =
        authenticator("tambo.exchange", "required")
            .authenticate(bearing(issuer.token("alice").text()))
            .auth();
    assertEquals(TamboPrincipal.Source.TOKEN_EXCHANGE, auth.principal().orElseThrow().source());
    assertEquals(1, heard.exchanging.size());
  }

  @Test
  void publicPathDoesNotWaitForTheExchange() throws Exception {
    TamboAuthenticator authenticator =
        authenticator("tambo.exchange", "required", "tambo.public-paths", "/state");
    FakeRequest request =
        FakeRequest.get("/state").header("Authorization", "Bearer " + issuer.token("alice").text());
    try (HeldAnswers held = tambo.holdAnswers()) {
      assertEquals("exchanging", authenticator.authenticate(request).auth().state().status());
      held.awaitRequests(1);
    }
    assertEquals(1, tambo.exchanges());
  }

  @Test
  @Attack("X21")
  void tamboAsJudgeNamesTheUser() {
    TamboAuthenticator judged =
        opened(
            Map.of(
                "tambo.verification", "tambo",
                "tambo.url", tambo.url(),
                "tambo.api-key", tambo.apiKey()));
    TamboAuth auth = judged.authenticate(bearing(issuer.token("alice").text())).auth();
    TamboPrincipal user = auth.principal().orElseThrow();
    assertEquals("alice", user.subject());
    assertEquals("oauth:user:127.0.0.1:alice", user.contextKey());
    assertEquals(
        401, assertInstanceOf(Refused.class, judged.authenticate(bearing("forged"))).status());
  }

  @Test
  void missingScopeIsRefusedWithItsName() {
    TamboAuthenticator authenticator = authenticator("tambo.required-scopes", "read,write");
    Refused refused =
        assertInstanceOf(
            Refused.class,
            authenticator.authenticate(
                bearing(issuer.token("alice").claim("scope", "read").text())));
    assertEquals(403, refused.status());
    assertEquals(
        "Bearer realm=\"tambo\", error=\"insufficient_scope\", scope=\"read write\"",
        refused.headers().get("WWW-Authenticate"));
    assertInstanceOf(
        Admitted.class,
        authenticator.authenticate(
            bearing(issuer.token("alice").claim("scope", "write read").text())));
  }

  @Test
  void cookiesTokenOnAnUnsafeMethodNeedsSameOriginProof() {
    TamboAuthenticator authenticator = authenticator("tambo.user-token", "cookie:session");
    String token = issuer.token("alice").text();
    FakeRequest bare = FakeRequest.of("POST", "/x").cookie("session", token);
    assertEquals(403, assertInstanceOf(Refused.class, authenticator.authenticate(bare)).status());
    assertInstanceOf(
        Admitted.class, authenticator.authenticate(bare.header("Sec-Fetch-Site", "same-origin")));
  }

  @Test
  void withNeitherKeyNorTokenEveryRequestIsBlockedAndTheWarningSaysWhy() {
    TamboAuthenticator nothing = opened(Map.of());
    assertEquals(
        List.of("TAMBO-901"), heard.warnings.stream().map(TamboAuthWarning::code).toList());
    assertEquals(401, assertInstanceOf(Refused.class, nothing.authenticate(bearing("x"))).status());
  }

  @Test
  @Attack("C03")
  void withBothConfiguredARequestThatCarriesBothIsRefusedAndTheWarningSaysSo() {
    TamboAuthenticator both = authenticator("tambo.user-key", "session:user");
    assertTrue(heard.warnings.stream().anyMatch(warning -> warning.code().equals("TAMBO-902")));
    String token = issuer.token("alice").text();
    assertInstanceOf(Admitted.class, both.authenticate(bearing(token)));
    assertInstanceOf(Admitted.class, both.authenticate(FakeRequest.get("/x").session("user", "u")));
    AuthDecision decision = both.authenticate(bearing(token).session("user", "u"));
    assertEquals(400, assertInstanceOf(Refused.class, decision).status());
  }

  @Test
  @Attack("C05")
  void verdictIsReusedForTheSameCredentialAndConfigurationOnly() {
    TamboAuthenticator strict = authenticator();
    TamboAuthenticator lax = authenticator("tambo.access", "permissive");
    String token = issuer.token("alice").text();
    TamboAuth first = strict.authenticate(bearing(token)).auth();
    TamboAuth again =
        strict.authenticate(bearing(token).attribute(TamboAuth.ATTRIBUTE, first)).auth();
    TamboAuth other =
        strict
            .authenticate(bearing(issuer.token("bob").text()).attribute(TamboAuth.ATTRIBUTE, first))
            .auth();
    TamboAuth anew = lax.authenticate(bearing(token).attribute(TamboAuth.ATTRIBUTE, first)).auth();
    assertTrue(first == again);
    assertEquals("bob", other.getName());
    assertFalse(first == anew);
  }

  @Test
  @Attack("L04")
  void closedAuthenticatorRefusesEverything() {
    TamboAuthenticator authenticator = authenticator();
    String token = issuer.token("alice").text();
    assertInstanceOf(Admitted.class, authenticator.authenticate(bearing(token)));
    authenticator.close();
    assertEquals(
        503, assertInstanceOf(Refused.class, authenticator.authenticate(bearing(token))).status());
  }

  @Test
  void userKnownByKeyHasNoTamboToken() {
    TamboAuth auth =
        opened(Map.of("tambo.user-key", "session:user"))
            .authenticate(FakeRequest.get("/x").session("user", "alice"))
            .auth();
    assertEquals("alice", auth.principal().orElseThrow().contextKey());
    TamboTokenException e = assertThrows(TamboTokenException.class, auth::tamboToken);
    assertEquals("TAMBO-303", e.code());
  }

  @Test
  @Attack("I03")
  void reasonGoesToTheListenerAndNotToTheCaller() {
    Refused refused =
        assertInstanceOf(
            Refused.class,
            authenticator().authenticate(bearing(issuer.token("alice").audience("x").text())));
    assertEquals("audience_not_accepted", heard.decisions.get(0).reason());
    assertEquals(issuer.issuer(), heard.decisions.get(0).issuer());
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
            + "\"detail\":\"The user token is not accepted.\",\"code\":\"TAMBO-101\","
            + "\"state\":\"error\"}",
        refused.body());
  }

  @Test
  @Attack("K20")
  void twoHundredRequestsWithOneNewTokenCauseOneFetchAndOneExchange() throws Exception {
    TamboAuthenticator authenticator = authenticator("tambo.exchange", "required");
    tambo.project().validateBy(ValidationMode.none()); // or it asks the issuer itself
    String token = issuer.token("alice").text();
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> names = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        names.add(
            threads.submit(
                () -> {
                  start.await();
                  return authenticator.authenticate(bearing(token)).auth().getName();
                }));
      }
      start.countDown();
      for (Future<String> name : names) {
        assertEquals("alice", name.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, issuer.discoveryRequests());
    assertEquals(1, issuer.keySetRequests());
    assertEquals(1, tambo.exchanges());
    assertEquals(1, heard.fetches.size());
  }

  @Test
  @Tag("jdk25")
  @Attack("L09")
  void thousandVirtualThreadsEachGetTheirOwnUser() throws Exception {
    Part.JDK25.needed(Runtime.version().feature() >= 25, "virtual threads, for the JDK is older");
    TamboAuthenticator authenticator = authenticator();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      tokens.add(issuer.token("user" + i).text());
    }
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    try {
      List<Future<String>> names = new ArrayList<>();
      for (String token : tokens) {
        names.add(
            threads.submit(() -> authenticator.authenticate(bearing(token)).auth().getName()));
      }
      for (int i = 0; i < 1000; i++) {
        assertEquals("user" + i, names.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, issuer.keySetRequests());
  }

  @Test
  @Attack("K11")
  void rotatedKeyIsAcceptedInTheFirstRequestThatShowsIt() {
    TamboAuthenticator authenticator = authenticator();
    String old = issuer.token("alice").text();
    assertInstanceOf(Admitted.class, authenticator.authenticate(bearing(old)));
    issuer.rotateKeys();
    assertInstanceOf(
        Admitted.class, authenticator.authenticate(bearing(issuer.token("alice").text())));
    assertEquals(2, issuer.keySetRequests());
    assertInstanceOf(Admitted.class, authenticator.authenticate(bearing(old)));
  }
}
