package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.config.Policy;
import co.tambo.auth.internal.exchange.ExchangeEvents;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.exchange.TokenExchange;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.jose.CompactJws;
import co.tambo.auth.internal.jose.SigningSecret;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.Answer;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.ReceivedRequest;
import co.tambo.auth.testing.SignatureAlgorithm;
import co.tambo.auth.testing.TokenBuilder;
import co.tambo.auth.testing.ValidationMode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed subject tokens against a Tambo project in mode Symmetric. */
class SignedExchangeTest {

  private static final String SECRET = "canary-between-us-and-the-project";

  private final FakeTambo tambo = FakeTambo.start();
  private final List<AutoCloseable> open = new ArrayList<>(List.of(tambo));
  private final List<ReceivedRequest> exchanges = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  @BeforeEach
  void recordExchanges() {
    tambo.project().validateBy(ValidationMode.symmetric(SECRET));
    tambo.answerExchangesWith(
        request -> {
          exchanges.add(request);
          return tambo.normalAnswer(request);
        });
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  private FakeIssuer started(FakeIssuer.Builder builder) {
    FakeIssuer issuer = builder.start();
    open.add(issuer);
    return issuer;
  }

  private Map<String, String> settings(FakeIssuer issuer, String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.issuer", issuer.issuer());
    settings.put("tambo.audience", FakeIssuer.AUDIENCE);
    settings.put("tambo.jwks-url", issuer.keySetUrl());
    settings.put("tambo.url", tambo.url());
    settings.put("tambo.api-key", tambo.apiKey());
    settings.put("tambo.exchange.subject-token", "signed");
    settings.put("tambo.exchange.signing-secret", SECRET);
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private TamboAuthenticator authenticator(Map<String, String> settings) {
    TamboAuthListener listener =
        new TamboAuthListener() {
          @Override
          public void warned(TamboAuthWarning warning) {
            warnings.add(warning.code());
          }
        };
    TamboAuthenticator authenticator =
        TamboAuthenticator.of(TamboAuthConfig.of(settings), listener);
    open.add(0, authenticator);
    return authenticator;
  }

  private static TamboAuth admitted(TamboAuthenticator authenticator, String token) {
    return assertInstanceOf(Admitted.class, authenticator.authenticate(bearing(token))).auth();
  }

  private static FakeRequest bearing(String token) {
    return FakeRequest.get("/x").header("Authorization", "Bearer " + token);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String exchanged() {
    assertEquals(1, exchanges.size());
    return exchanges.get(0).form().get("subject_token").get(0);
  }

  private static @Nullable Object userKeyOfANewThread(TamboAuth auth) throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(auth.requests().post("/v1/threads", "{}").build(), BodyHandlers.ofByteArray());
    assertEquals(201, answer.statusCode());
    return Json.readObject(answer.body()).get("userKey");
  }

  @ParameterizedTest
  @CsvSource({
    "https://idp.example, /realms/demo, hd, '\"x\"', oauth:user:idp.example:alice",
    "https://Tenant.example:8443, /, tid, '\"x\"', oauth:user:tenant.example:alice",
    "https://accounts.google.com, '', hd, '\"d.example\"',"
        + " oauth:user:accounts.google.com:d.example:alice",
    "accounts.google.com, '', hd, '\"d.example\"',"
        + " oauth:user:accounts.google.com:d.example:alice",
    "https://accounts.google.com, '', hd, true, oauth:user:accounts.google.com:alice",
    "https://login.microsoftonline.com, /t-1/v2.0, tid, '\"t-1\"',"
        + " oauth:user:login.microsoftonline.com:t-1:alice",
    "https://idp.example, '', org_id, '\"org 1\"', oauth:user:idp.example:org 1:alice",
    "https://idp.example, '', org_id, '\" \"', oauth:user:idp.example:alice",
    "https://idp.example, '', org_id, 7, oauth:user:idp.example:alice",
    "https://idp.example, '', org_id, '[\"o\"]', oauth:user:idp.example:alice",
  })
  void tamboKnowsTheUserByTheKeyThatTheOriginalWouldHaveHad(
      String name, String path, String claim, String json, String contextKey) throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder().named(name).path(path));
    Object value = Json.readObject(utf8("{\"it\":" + json + "}")).get("it");
    String token = issuer.token("alice").claim(claim, value).text();
    TamboAuth auth = admitted(authenticator(settings(issuer)), token);
    assertEquals(contextKey, auth.principal().orElseThrow().contextKey());
    assertEquals(contextKey, userKeyOfANewThread(auth));
  }

  @Test
  void tamboTakesTheUserOfAnEd25519Key() throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder());
    String token = issuer.token("alice").algorithm(SignatureAlgorithm.EDDSA).text();
    TamboAuth auth = admitted(authenticator(settings(issuer)), token);
    assertEquals("oauth:user:127.0.0.1:alice", userKeyOfANewThread(auth));
  }

  @Test
  void tamboTakesTheUserOfAKeyThatWasRotated() {
    FakeIssuer issuer = started(FakeIssuer.builder());
    TamboAuthenticator authenticator = authenticator(settings(issuer));
    admitted(authenticator, issuer.token("alice").text()).tamboToken();
    issuer.rotateKeys();
    admitted(authenticator, issuer.token("alice").text()).tamboToken();
    assertEquals(2, exchanges.size());
  }

  @Test
  void userWithoutAnIssuerStaysWithoutOne() throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder());
    Map<String, String> settings =
        settings(
            issuer,
            "tambo.verification",
            "public-key",
            "tambo.public-key",
            issuer.publicKeyPem(SignatureAlgorithm.RS256),
            "tambo.issuer",
            "none");
    settings.remove("tambo.jwks-url");
    TamboAuth auth = admitted(authenticator(settings), issuer.token("alice").without("iss").text());
    assertEquals("oauth:user:alice", auth.principal().orElseThrow().contextKey());
    assertEquals("oauth:user:alice", userKeyOfANewThread(auth));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-demand", "required"})
  void userTokenNeverReachesTambo(String mode) throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder().path("/realms/demo"));
    String token = issuer.token("alice").roles("admin").text();
    TamboAuth auth = admitted(authenticator(settings(issuer, "tambo.exchange", mode)), token);
    userKeyOfANewThread(auth);
    ReceivedRequest threads = tambo.lastRequest().orElseThrow();
    assertEquals("/v1/threads", threads.path());
    String sent = exchanges.get(0).text() + threads.headers("Authorization") + threads.text();
    for (String part : token.split("\\.", -1)) {
      assertFalse(sent.contains(part), part);
    }
    assertEquals(0, tambo.exchangesOf(token));
    assertEquals(
        List.of("iss", "sub", "iat", "exp"),
        new ArrayList<>(
            Json.readObject(JWSObject.parse(exchanged()).getPayload().toBytes()).keySet()));
  }

  @Test
  void forgedTokenIsNotVouchedFor() {
    FakeIssuer issuer = started(FakeIssuer.builder());
    TamboAuthenticator authenticator =
        authenticator(settings(issuer, "tambo.exchange", "required"));
    for (TokenBuilder bad :
        List.of(
            issuer.token("alice").tampered(),
            issuer.token("alice").unsigned(),
            issuer.token("alice").secret(SECRET),
            issuer.token("alice").audience("another"),
            issuer.token("alice").expiresIn(Duration.ofMinutes(-2)))) {
      AuthDecision decision = authenticator.authenticate(bearing(bad.text()));
      assertEquals(401, assertInstanceOf(Refused.class, decision).status());
    }
    assertEquals(0, tambo.exchanges());
  }

  @Test
  void tokenOfOursIsNoUserToken() {
    FakeIssuer issuer = started(FakeIssuer.builder());
    TamboAuthenticator authenticator = authenticator(settings(issuer, "tambo.audience", "none"));
    admitted(authenticator, issuer.token("alice").text()).tamboToken();
    AuthDecision decision = authenticator.authenticate(bearing(exchanged()));
    assertEquals(401, assertInstanceOf(Refused.class, decision).status());
  }

  @Test
  void tamboTokenDoesNotOutliveTheUserToken() throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder());
    BigDecimal end = BigDecimal.valueOf(Instant.now().getEpochSecond() + 600);
    String token = issuer.token("alice").claim("exp", end.add(new BigDecimal("0.9"))).text();
    TamboToken issued = admitted(authenticator(settings(issuer)), token).tamboToken();
    Payload payload = JWSObject.parse(issued.value()).getPayload();
    assertEquals(end.longValue(), payload.toJSONObject().get("exp"));
    assertFalse(issued.expiresAt().isAfter(Instant.ofEpochSecond(end.longValue(), 900_000_000)));
  }

  @Test
  void tamboTokenOfALongUserTokenIsRenewedWithATokenOfItsOwn() throws Exception {
    TestTime time = new TestTime();
    FakeIssuer issuer = started(FakeIssuer.builder().clock(time::now));
    FakeTambo clocked = FakeTambo.start(time::now);
    open.add(clocked);
    clocked.project().validateBy(ValidationMode.symmetric(SECRET));
    TamboAuthConfig config =
        TamboAuthConfig.of(
            settings(issuer, "tambo.url", clocked.url(), "tambo.api-key", clocked.apiKey()));
    Wiring wiring =
        new Assembly(config.policy(), TamboAuthListener.NONE, time, HttpFetch.create()).wiring();
    TamboAuthenticator authenticator =
        TamboAuthenticator.of(config, TamboAuthListener.NONE, wiring);
    open.add(0, authenticator);
    String token = issuer.token("alice").expiresIn(Duration.ofHours(24)).text();
    TamboToken first = admitted(authenticator, token).tamboToken();
    assertEquals(time.now().plus(Duration.ofHours(1)), first.expiresAt());
    time.advance(Duration.ofMinutes(61));
    TamboToken second = admitted(authenticator, token).tamboToken();
    assertEquals(time.now().plus(Duration.ofHours(1)), second.expiresAt());
  }

  @Test
  void twoHundredRequestsMakeOneExchangeAndOneSignature() throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder().path("/realms/demo"));
    Map<String, String> settings =
        settings(
            issuer,
            "tambo.verification",
            "public-key",
            "tambo.public-key",
            issuer.publicKeyPem(SignatureAlgorithm.RS256));
    settings.remove("tambo.jwks-url");
    Policy policy = TamboAuthConfig.of(settings).policy();
    AtomicInteger signatures = new AtomicInteger();
    TimeSource time = TimeSource.system();
    SubjectTokens signing = new SignedSubjectTokens(SigningSecret.of(SECRET), time);
    SubjectTokens counted =
        (userToken, fingerprint, verified) -> {
          SubjectToken signed = signing.of(userToken, fingerprint, verified);
          return new SubjectToken(
              () -> {
                signatures.incrementAndGet();
                return signed.text().get();
              },
              fingerprint,
              signed.expiresAt());
        };
    HttpFetch http = HttpFetch.create();
    open.add(0, http);
    TokenExchange exchange = TokenExchange.of(policy.exchange(), http, time, ExchangeEvents.NONE);
    TokenVerifier verifier =
        TokenVerifier.signed(policy.providers(), each -> KeySource.fixed(each.keys()), time);
    Judgement judgement =
        new VerifiedHere(
            VerifiedHere.remembering(verifier, policy.providers(), time),
            counted,
            new AskedOfTambo(exchange, policy.exchange().timeout(), TamboAuthListener.NONE),
            true,
            CompactJws.MAX_LENGTH);
    String token = issuer.token("alice").text();
    Fingerprint fingerprint = Fingerprint.of(new byte[0], token);
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Verdict>> verdicts = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        verdicts.add(
            threads.submit(
                () -> {
                  start.await();
                  return judgement.of(token, fingerprint, true);
                }));
      }
      start.countDown();
      for (Future<Verdict> verdict : verdicts) {
        assertInstanceOf(TamboAuthState.Identified.class, verdict.get().state());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, signatures.get());
    assertEquals(1, tambo.exchanges());
  }

  @Test
  void projectWithAnotherSecretIsWarnedOf() {
    tambo.project().validateBy(ValidationMode.symmetric("another-" + SECRET));
    FakeIssuer issuer = started(FakeIssuer.builder());
    TamboAuth auth = admitted(authenticator(settings(issuer)), issuer.token("alice").text());
    TamboTokenException e = assertThrows(TamboTokenException.class, auth::tamboToken);
    assertEquals("TAMBO-101", e.code());
    assertEquals(List.of("TAMBO-926"), warnings);
  }

  @Test
  void refusedOriginalIsNotSaidToBeSigned() {
    FakeIssuer issuer = started(FakeIssuer.builder());
    Map<String, String> original = settings(issuer, "tambo.exchange.signing-secret", "");
    original.put("tambo.exchange.subject-token", "original");
    TamboAuth auth = admitted(authenticator(original), issuer.token("alice").text());
    assertThrows(TamboTokenException.class, auth::tamboToken);
    assertEquals(List.of(), warnings);
  }

  @Test
  void tokenThatComesOutTooLongIsNotSent() throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder());
    String issuersSecret = "between-us-and-the-issuer-in-tests";
    Map<String, String> settings =
        settings(issuer, "tambo.verification", "secret", "tambo.secret", issuersSecret);
    settings.remove("tambo.jwks-url");
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"alice\",\"aud\":\"demo\",\"exp\":%d,\"org_id\":\"%s\"}"
            .formatted(issuer.issuer(), Instant.now().getEpochSecond() + 60, "<".repeat(5000));
    JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
    token.sign(new MACSigner(issuersSecret));
    TamboAuth auth = admitted(authenticator(settings), token.serialize());
    TamboTokenException e = assertThrows(TamboTokenException.class, auth::tamboToken);
    assertEquals("TAMBO-101", e.code());
    assertEquals(0, tambo.exchanges());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "original"})
  void originalGoesOutAsItCame(String word) throws Exception {
    FakeIssuer issuer = started(FakeIssuer.builder().path("/realms/demo"));
    tambo
        .project()
        .validateBy(ValidationMode.asymmetricManual(issuer.publicKeyPem(SignatureAlgorithm.RS256)));
    String token = issuer.token("alice").roles("admin").text();
    TamboAuth auth =
        admitted(
            authenticator(
                settings(
                    issuer,
                    "tambo.exchange.subject-token",
                    word,
                    "tambo.exchange.signing-secret",
                    "")),
            token);
    assertEquals(auth.principal().orElseThrow().contextKey(), userKeyOfANewThread(auth));
    assertEquals(token, exchanged());
    assertEquals(List.of("TAMBO-921"), warnings);
  }

  @Test
  @Attack("X05")
  void issuerThatTamboRefusesIsWarnedOfAgain() {
    FakeIssuer issuer = started(FakeIssuer.builder().path("/realm"));
    tambo.answerExchangesWith(
        request ->
            Answer.json(
                400,
                "{\"message\":\"Subject token issuer cannot contain path components\","
                    + "\"statusCode\":400}"));
    Map<String, String> original = settings(issuer);
    original.keySet().removeIf(key -> key.matches("tambo.exchange.s.*"));
    TamboAuthenticator authenticator = authenticator(original);
    List<String> atStart = List.copyOf(warnings);
    assertTrue(atStart.contains("TAMBO-921"), atStart::toString);
    TamboAuth auth = admitted(authenticator, issuer.token("alice").text());
    TamboTokenException e = assertThrows(TamboTokenException.class, auth::tamboToken);
    assertEquals(401, e.status());
    assertEquals(atStart.size() + 1, warnings.size());
    assertEquals("TAMBO-921", warnings.get(warnings.size() - 1));
  }

  @Test
  void fingerprintsChangeWithTheKindOfSubjectTokenAndWithTheSecret() {
    FakeIssuer issuer = started(FakeIssuer.builder());
    Map<String, String> original = settings(issuer);
    original.keySet().removeIf(key -> key.matches("tambo.exchange.s.*"));
    String first = fingerprint(settings(issuer));
    String other = fingerprint(settings(issuer, "tambo.exchange.signing-secret", SECRET + "x"));
    assertEquals(first, fingerprint(settings(issuer)));
    assertNotEquals(first, other);
    assertNotEquals(first, fingerprint(original));
    assertNotEquals(other, fingerprint(original));
  }

  private String fingerprint(Map<String, String> settings) {
    Policy policy = TamboAuthConfig.of(settings).policy();
    try (Wiring wiring = Assembly.of(policy, TamboAuthListener.NONE).wiring()) {
      return wiring.fingerprint(new Credential.Token("token", false)).shortHex();
    }
  }

  @Test
  void secretIsNowhereInTheDescription() {
    TamboAuthConfig config = TamboAuthConfig.of(settings(started(FakeIssuer.builder())));
    assertTrue(config.toString().contains("subject token signed, secret ****"), config.toString());
    assertFalse((config.toString() + config.policy().exchange()).contains("canary"));
  }
}
