package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.internal.http.SocketServer;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.HeldAnswers;
import co.tambo.auth.testing.TokenBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the whole core, one request or a few at a time. */
class OrdinaryAttacksTest {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final List<AutoCloseable> open = new ArrayList<>(List.of(issuer, tambo));
  private final List<TamboAuthListener.Decided> decided = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  private TamboAuthenticator authenticator(String... more) {
    return opened(settings(more));
  }

  private Map<String, String> settings(String... more) {
    return FaultRun.with(
        Map.of(
            "tambo.issuer", issuer.issuer(),
            "tambo.audience", FakeIssuer.AUDIENCE,
            "tambo.url", tambo.url(),
            "tambo.api-key", tambo.apiKey()),
        more);
  }

  private TamboAuthenticator opened(Map<String, String> settings) {
    TamboAuthListener listener =
        new TamboAuthListener() {
          @Override
          public void decided(Decided event) {
            decided.add(event);
          }
        };
    TamboAuthenticator authenticator =
        TamboAuthenticator.of(TamboAuthConfig.of(settings), listener);
    open.add(0, authenticator);
    return authenticator;
  }

  private static FakeRequest bearing(String token) {
    return FakeRequest.get("/x").header("Authorization", "Bearer " + token);
  }

  private static TamboPrincipal user(TamboAuthenticator authenticator, FakeRequest request) {
    return assertInstanceOf(Admitted.class, authenticator.authenticate(request))
        .auth()
        .principal()
        .orElseThrow();
  }

  private static Refused refused(TamboAuthenticator authenticator, String token) {
    return assertInstanceOf(Refused.class, authenticator.authenticate(bearing(token)));
  }

  @Test
  @Attack("K01")
  void issuerThatOnlyTheTokenNamesIsNeverAsked() throws IOException {
    TamboAuthenticator authenticator = authenticator();
    try (SocketServer evil = SocketServer.start(SocketServer.ok(issuer.keySet()))) {
      for (String name : List.of("iss", "jku", "x5u")) {
        TokenBuilder token = issuer.token("eve").header(name, evil.uri("/keys").toString());
        String text = token.claim("iss", evil.uri("").toString()).text();
        assertEquals(401, refused(authenticator, text).status());
      }
      assertEquals(0, evil.requests());
    }
    assertEquals(0, issuer.discoveryRequests());
  }

  @Test
  @Attack("K05")
  void issuerThatNamesAnotherInItsMetadataIsNotReady() {
    issuer.changeMetadata(metadata -> metadata.put("issuer", "https://other.example"));
    Refused refused = refused(authenticator(), issuer.token("alice").text());
    assertEquals(503, refused.status());
    assertEquals(0, issuer.keySetRequests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://no-such-host.invalid", "https://127.0.0.1:1"})
  @Attack("K19")
  void issuerThatCannotBeReachedIs503(String name) {
    TamboAuthenticator authenticator = authenticator("tambo.issuer", name);
    assertEquals(
        503, refused(authenticator, issuer.token("alice").claim("iss", name).text()).status());
  }

  @Test
  @Attack("X03")
  void otherSpellingsOfATokenReachNeitherCacheNorTambo() {
    TamboAuthenticator authenticator = authenticator("tambo.exchange", "required");
    String token = issuer.token("alice").text();
    user(authenticator, bearing(token));
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/.!";
    for (int i = 0; i < alphabet.length(); i++) {
      String last = token.substring(0, token.length() - 1) + alphabet.charAt(i);
      for (String other : List.of(last, token + alphabet.charAt(i), alphabet.charAt(i) + token)) {
        if (!other.equals(token)) {
          int status = refused(authenticator, other).status();
          assertTrue(status == 400 || status == 401, other);
        }
      }
    }
    assertEquals("alice", user(authenticator, bearing(token)).subject());
    assertEquals(1, tambo.exchanges());
  }

  @Test
  @Attack("X21")
  void issuedTokenOfAnotherUserDoesNotChangeWhoIsVerifiedHere() {
    TamboAuthenticator authenticator = authenticator("tambo.exchange", "required");
    String bobs = issuer.token("bob").text();
    TamboToken issuedToBob = authenticator.authenticate(bearing(bobs)).auth().tamboToken();
    tambo.answerExchangesWith(
        request -> co.tambo.auth.testing.Answer.json(201, answer(issuedToBob.value())));
    TamboAuth alice = authenticator.authenticate(bearing(issuer.token("alice").text())).auth();
    assertEquals("alice", alice.getName());
    assertEquals(issuedToBob.value(), alice.tamboToken().value());
  }

  @Test
  @Attack("X21")
  void issuedTokenOfAnotherUserIsTheIdentityWhereTamboIsTheJudge() {
    String bobs = issuer.token("bob").text();
    TamboToken issuedToBob = authenticator().authenticate(bearing(bobs)).auth().tamboToken();
    tambo.answerExchangesWith(
        request -> co.tambo.auth.testing.Answer.json(201, answer(issuedToBob.value())));
    Map<String, String> judged =
        Map.of(
            "tambo.verification", "tambo",
            "tambo.url", tambo.url(),
            "tambo.api-key", tambo.apiKey());
    TamboPrincipal user = user(opened(judged), bearing(issuer.token("alice").text()));
    assertEquals("bob", user.subject());
    assertEquals("oauth:user:127.0.0.1:bob", user.contextKey());
  }

  private static String answer(String accessToken) {
    return "{\"access_token\":\""
        + accessToken
        + "\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
        + "\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\"}";
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  @Attack("X22")
  void clockOfTamboThatDiffersMakesNoLoop(long seconds) {
    TestTime away = new TestTime();
    away.moveWall(
        Duration.between(
            away.now(),
            co.tambo.auth.internal.time.TimeSource.system().now().plusSeconds(seconds)));
    try (FakeTambo differing = FakeTambo.start(away::now).trust(issuer)) {
      TamboAuthenticator authenticator =
          authenticator("tambo.url", differing.url(), "tambo.api-key", differing.apiKey());
      String token = issuer.token("alice").expiresIn(Duration.ofHours(1)).text();
      for (int i = 0; i < 20; i++) {
        authenticator.authenticate(bearing(token)).auth().tamboToken();
      }
      assertEquals(1, differing.exchanges());
    }
  }

  @Test
  @Attack("X22")
  void tokenThatHasEndedByTheClockOfTamboMakesNoLoop() {
    TestTime ahead = new TestTime();
    ahead.moveWall(
        Duration.between(
            ahead.now(),
            co.tambo.auth.internal.time.TimeSource.system().now().plus(Duration.ofMinutes(5))));
    try (FakeTambo differing = FakeTambo.start(ahead::now).trust(issuer)) {
      TamboAuthenticator authenticator =
          authenticator("tambo.url", differing.url(), "tambo.api-key", differing.apiKey());
      String token = issuer.token("alice").expiresIn(Duration.ofMinutes(2)).text();
      for (int i = 0; i < 20; i++) {
        TamboAuth auth = authenticator.authenticate(bearing(token)).auth();
        assertEquals(401, assertThrows(TamboTokenException.class, auth::tamboToken).status());
      }
      assertEquals(1, differing.exchanges());
    }
  }

  @Test
  @Attack({"C03", "C05"})
  void userOfASessionBecomesTheUserOfTheTokenWithNothingCarriedOver() {
    TamboAuthenticator authenticator = authenticator("tambo.user-key", "session:user");
    TamboAuth pinned =
        authenticator.authenticate(FakeRequest.get("/x").session("user", "alice")).auth();
    String token = issuer.token("alice").text();
    FakeRequest login = bearing(token).attribute(TamboAuth.ATTRIBUTE, pinned);
    TamboPrincipal known = user(authenticator, login);
    assertEquals(TamboPrincipal.Source.USER_TOKEN, known.source());
    assertNotEquals(pinned.principal().orElseThrow().contextKey(), known.contextKey());
    assertNotEquals(pinned.principal().orElseThrow(), known);
    assertEquals(
        400,
        assertInstanceOf(Refused.class, authenticator.authenticate(login.session("user", "alice")))
            .status());
  }

  @Test
  @Attack({"C04", "C10"})
  void sameSubjectOfAnotherIssuerOrKeyIsAnotherUser() {
    TamboAuthenticator both =
        opened(
            Map.of(
                "tambo.verification", "none",
                "tambo.audience", "demo",
                "tambo.user-key", "session:user"));
    TamboPrincipal one = user(both, unsigned("https://one.example"));
    TamboPrincipal two = user(both, unsigned("https://two.example"));
    TamboPrincipal key = user(both, FakeRequest.get("/x").session("user", "auth0|1"));
    assertEquals(one, user(both, unsigned("https://one.example")));
    for (List<TamboPrincipal> pair :
        List.of(List.of(one, two), List.of(one, key), List.of(two, key))) {
      assertEquals(pair.get(0).subject(), pair.get(1).subject());
      assertNotEquals(pair.get(0), pair.get(1));
      assertNotEquals(pair.get(0).contextKey(), pair.get(1).contextKey());
    }
  }

  @Test
  @Attack("C09")
  void userOfAReplicatedSessionIsTheSameAndBringsNoToken() throws Exception {
    String token = issuer.token("alice").text();
    TamboPrincipal alice = user(authenticator(), bearing(token));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(alice);
    }
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("alice"));
    for (String part : token.split("\\.", -1)) {
      assertFalse(text.contains(part), text);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Object replicated = in.readObject();
      assertEquals(alice, replicated);
      assertEquals(alice.hashCode(), replicated.hashCode());
    }
  }

  private FakeRequest unsigned(String name) {
    return bearing(issuer.token("auth0|1").claim("iss", name).unsigned().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\u0000", "\u001b[31m", "\u2028", "\u0085", "\u202e"})
  @Attack("C06")
  void lineOfTheLogIsOneLineOfPlainText(String evil) {
    Logger log = Logger.getLogger("co.tambo.auth");
    Level level = log.getLevel();
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = new LinesOfTheLog(lines);
    log.setLevel(Level.ALL);
    log.addHandler(handler);
    try {
      attackTheLog("x" + evil + "WARNING forged", evil);
    } finally {
      log.removeHandler(handler);
      log.setLevel(level);
    }
    List<String> requests = lines.stream().filter(line -> line.startsWith("request ")).toList();
    assertEquals(3, requests.size(), lines::toString);
    assertTrue(requests.toString().contains("forged"), "nothing of it is shown");
    lines.forEach(line -> assertFalse(line.contains(evil), line));
  }

  private void attackTheLog(String text, String evil) {
    TamboAuthenticator authenticator = TamboAuthenticator.of(TamboAuthConfig.of(settings()));
    open.add(0, authenticator);
    authenticator.authenticate(
        FakeRequest.get("/x" + evil)
            .header("User-Agent", text)
            .header("Authorization", "Bearer " + issuer.token(text).header("kid", text).text()));
    authenticator.authenticate(bearing(issuer.token(text).claim("iss", text).text()));
    authenticator.authenticate(bearing(issuer.token(text).text()));
  }

  /** What is written by java.util.logging, line for line as it is given. */
  private static final class LinesOfTheLog extends Handler {
    private final List<String> lines;

    LinesOfTheLog(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  @Attack("I03")
  void everyBadTokenHasTheSameAnswer() {
    TamboAuthenticator authenticator = authenticator();
    user(authenticator, bearing(issuer.token("alice").text()));
    List<String> bad =
        List.of(
            issuer.token("alice").tampered().text(),
            issuer.token("alice").audience("other").text(),
            issuer.token("alice").expiresIn(Duration.ofHours(-1)).text(),
            issuer.token("alice").claim("iss", "https://else.example").text(),
            issuer.token("").text(),
            issuer.token("alice").unsigned().text(),
            issuer.token("alice").header("kid", "unknown").text(),
            "opaque");
    List<String> answers =
        bad.stream()
            .map(token -> refused(authenticator, token))
            .map(refused -> refused.status() + " " + refused.headers() + refused.body())
            .distinct()
            .toList();
    assertEquals(1, answers.size(), answers::toString);
    assertEquals(
        bad.size(),
        decided.stream().filter(event -> event.status() == 401).count(),
        decided::toString);
    assertTrue(decided.stream().map(TamboAuthListener.Decided::reason).distinct().count() >= 6);
  }

  @Test
  @Attack("I09")
  void noAnswerLeadsElsewhere() {
    TamboAuthenticator authenticator = authenticator();
    for (String token : List.of("", "bad", issuer.token("a").tampered().text())) {
      Refused refused = refused(authenticator, token);
      assertTrue(refused.status() >= 400, () -> "status " + refused.status());
      assertEquals(
          List.of(),
          refused.headers().keySet().stream()
              .filter(name -> name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Refresh"))
              .toList());
    }
  }

  @Test
  @Attack("L04")
  void requestsUnderWayEndWhenTheApplicationStops() throws Exception {
    TamboAuthenticator authenticator = authenticator("tambo.exchange", "required");
    String token = issuer.token("alice").text();
    List<CompletableFuture<AuthDecision>> underWay = new ArrayList<>();
    try (HeldAnswers held = tambo.holdAnswers()) {
      for (int i = 0; i < 20; i++) {
        underWay.add(
            CompletableFuture.supplyAsync(
                () -> authenticator.authenticate(bearing(token)),
                task -> new Thread(task).start()));
      }
      held.awaitRequests(1);
      authenticator.close();
      for (CompletableFuture<AuthDecision> decision : underWay) {
        assertEquals(
            503, assertInstanceOf(Refused.class, decision.get(3, TimeUnit.SECONDS)).status());
      }
    }
    assertEquals(503, refused(authenticator, token).status());
  }

  @Test
  @Attack("L08")
  void applicationsSideBySideShareNothing() {
    TamboAuthenticator one = authenticator();
    TamboAuthenticator other = authenticator("tambo.audience", "other");
    String token = issuer.token("alice").text();
    user(one, bearing(token));
    assertEquals(401, refused(other, token).status());
    other.close();
    user(one, bearing(token));
  }
}
