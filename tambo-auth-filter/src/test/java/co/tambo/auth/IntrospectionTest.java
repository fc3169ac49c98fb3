package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.testing.Answer;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.HeldAnswers;
import co.tambo.auth.testing.Outage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opaque tokens that their issuer introspects, on real sockets (RFC 7662). */
class IntrospectionTest {

  private static final String TOKEN = "2YotnFZFEjr1zCsicMWpAA";

  private final Desk desk = new Desk();
  private final FakeIssuer issuer = FakeIssuer.builder().clock(desk.time::now).start();

  @AfterEach
  void close() {
    desk.close();
    issuer.close();
  }

  private TamboAuthenticator introspecting(String... more) {
    return desk.open(
        Desk.settings(
            Map.of(
                "tambo.introspection-url", issuer.introspectionUrl(),
                "tambo.client-id", issuer.clientId(),
                "tambo.client-secret", issuer.clientSecret()),
            more));
  }

  private TamboAuthenticator withUserinfo() {
    return introspecting("tambo.userinfo-url", issuer.userinfoUrl());
  }

  private void introspected(String... more) {
    Map<String, Object> claims = new HashMap<>(Map.of("active", true, "sub", "alice"));
    for (int i = 0; i < more.length; i += 2) {
      claims.put(more[i], more[i + 1]);
    }
    issuer.answerIntrospectionWith(request -> Answer.json(200, Json.write(claims)));
  }

  @Test
  void tokenInForceIsAdmittedWithItsUser() {
    issuer.opaqueToken(
        TOKEN, Map.of("sub", "alice", "scope", "read write", "username", "Alice", "org_id", "o1"));
    TamboPrincipal user = Desk.user(introspecting("tambo.name-claim", "username"), TOKEN);
    assertEquals("alice", user.subject());
    assertEquals("Alice", user.getName());
    assertEquals(Optional.of(issuer.issuer()), user.issuer());
    assertEquals("oauth:user:127.0.0.1:o1:alice", user.contextKey());
    assertEquals(Set.of("read", "write"), user.scopes());
    assertEquals(TamboPrincipal.Source.USER_TOKEN, user.source());
    assertTrue(user.verified());
    assertEquals("front-end", user.claims().get("client_id"));
    assertEquals(false, user.claims().containsKey("active"));
  }

  @Test
  void tokenThatIsNotInForceIsRefused() {
    assertEquals("401 not_active", desk.refused(introspecting(), "unknown"));
  }

  @Test
  void nothingThatMayBeABearerTokenIsTooShortOrTooOdd() {
    TamboAuthenticator authenticator = introspecting();
    for (String token : List.of("a", "-._~+/", "x==", "y".repeat(9000), "a.b.c", "a.b.c.d.e")) {
      issuer.opaqueToken(token, Map.of("sub", "alice"));
      assertEquals("alice", Desk.user(authenticator, token).subject());
    }
  }

  @Test
  void withoutAnIssuerInTheAnswerTheUserIsOfTheEndpointsOrigin() {
    introspected();
    assertEquals(Optional.of(issuer.origin()), Desk.user(introspecting(), TOKEN).issuer());
  }

  @ParameterizedTest
  @CsvSource({
    "aud, other, audience_not_accepted",
    "client_id, other, audience_not_accepted",
    "iss, https://other.example, ''",
  })
  void answerIsHeldToTheAudience(String claim, String value, String reason) {
    introspected(claim, value);
    TamboAuthenticator authenticator = introspecting("tambo.audience", "demo");
    assertEquals("401 audience_not_accepted", desk.refused(authenticator, TOKEN), reason);
  }

  @Test
  void answerWithTheAudienceIsAccepted() {
    introspected("aud", "demo", "client_id", "any");
    assertEquals("alice", Desk.user(introspecting("tambo.audience", "demo"), TOKEN).subject());
  }

  @Test
  void answerIsHeldToTheParty() {
    introspected("aud", "demo", "client_id", "other");
    TamboAuthenticator authenticator =
        introspecting("tambo.audience", "demo", "tambo.authorized-parties", "spa");
    assertEquals("401 party_not_accepted", desk.refused(authenticator, TOKEN));
    introspected("client_id", "spa");
    assertEquals("alice", Desk.user(authenticator, TOKEN + "2").subject());
    introspected();
    assertEquals("401 audience_not_accepted", desk.refused(authenticator, TOKEN + "3"));
  }

  @Test
  void partyIsNeededWhereItAloneBinds() {
    introspected();
    TamboAuthenticator authenticator = introspecting("tambo.authorized-parties", "spa");
    assertEquals("401 party_not_accepted", desk.refused(authenticator, TOKEN));
  }

  @ParameterizedTest
  @CsvSource({
    "token_type, refresh_token, refresh_token",
    "token_use, refresh_token, refresh_token",
    "typ, Offline, refresh_token",
    "token_type, DPoP, bound_to_a_key",
    "cnf, x, bound_to_a_key",
    "sub, '', subject_unusable",
  })
  void tokenOfAnotherKindIsRefused(String claim, String value, String reason) {
    introspected(claim, value);
    assertEquals("401 " + reason, desk.refused(introspecting(), TOKEN));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"active\":true,\"sub\":7}', claim_of_wrong_type",
    "'{\"active\":true,\"sub\":null}', claim_of_wrong_type",
    "'{\"active\":true,\"sub\":\"a\",\"exp\":\"soon\"}', claim_of_wrong_type",
    "'{\"active\":true,\"sub\":\"a\",\"exp\":1000000000}', expired",
    "'{\"active\":true,\"sub\":\"a\",\"nbf\":4000000000}', not_yet_valid",
    "'{\"active\":true,\"sub\":\"a\",\"aud\":[7]}', claim_of_wrong_type",
    "'{\"active\":true}', user_not_named",
    "'{\"active\":false,\"sub\":\"a\"}', not_active",
  })
  void answerIsReadAsStrictlyAsAToken(String answer, String reason) {
    issuer.answerIntrospectionWith(request -> Answer.json(200, answer));
    assertEquals("401 " + reason, desk.refused(introspecting(), TOKEN));
  }

  @Test
  void providerCannotNameUsersOfAnotherOne() {
    TamboAuthenticator authenticator =
        desk.open(
            Map.of(
                "tambo.providers",
                "a,b",
                "tambo.provider.a.issuer",
                "https://a.example",
                "tambo.provider.a.audience",
                "x",
                "tambo.provider.b.introspection-url",
                issuer.introspectionUrl(),
                "tambo.provider.b.client-id",
                issuer.clientId(),
                "tambo.provider.b.client-secret",
                issuer.clientSecret()));
    introspected("iss", "https://a.example");
    assertEquals("401 issuer_not_accepted", desk.refused(authenticator, TOKEN));
    introspected("iss", "https://b.example");
    assertEquals("alice", Desk.user(authenticator, TOKEN + "2").subject());
  }

  @Test
  void issuersOwnAnswerNamesTheConfiguredIssuer() {
    TamboAuthenticator authenticator =
        introspecting("tambo.issuer", issuer.issuer(), "tambo.audience", "demo");
    introspected("aud", "demo", "iss", "https://b.example");
    assertEquals("401 issuer_not_accepted", desk.refused(authenticator, TOKEN));
  }

  @Test
  void userInfoNamesTheUserWhereTheIntrospectionDoesNot() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice", "email", "a@example.org", "org_id", "o1"));
    issuer.answerIntrospectionWith(
        request -> Answer.json(200, "{\"active\":true,\"scope\":\"read\"}"));
    TamboPrincipal user = Desk.user(withUserinfo(), TOKEN);
    assertEquals("alice", user.subject());
    assertEquals(Optional.of("a@example.org"), user.email());
    assertEquals(Set.of("read"), user.scopes());
    assertEquals(Optional.of(issuer.origin()), user.issuer());
    assertEquals("oauth:user:127.0.0.1:alice", user.contextKey());
  }

  @Test
  void whatIsSaidOfTheTokenComesBeforeWhatIsSaidOfTheUser() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice", "scope", "admin"));
    introspected("scope", "read");
    assertEquals(Set.of("read"), Desk.user(withUserinfo(), TOKEN).scopes());
  }

  @Test
  void twoSubjectsAreRefused() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "bob"));
    introspected();
    assertEquals("401 subjects_differ", desk.refused(withUserinfo(), TOKEN));
  }

  @Test
  void userInfoIsNotAskedAboutATokenThatIsRefused() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice", "aud", "other"));
    TamboAuthenticator authenticator =
        introspecting("tambo.userinfo-url", issuer.userinfoUrl(), "tambo.audience", "demo");
    assertEquals("401 audience_not_accepted", desk.refused(authenticator, TOKEN));
    assertEquals(0, issuer.userinfoRequests());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"active\":\"true\"}",
        "{\"active\":1}",
        "{\"active\":true,\"active\":false}",
        "{\"active\":false,\"active\":true,\"sub\":\"alice\"}",
        "{\"active\":true,\"sub\":\"bob\",\"sub\":\"alice\"}",
        "{\"active\":true,\"sub\":\"alice\"} x",
        "<h1>Maintenance</h1>"
      })
  void answerThatIsNoneIsAnOutage(String body) {
    issuer.answerIntrospectionWith(request -> Answer.json(200, body));
    AuthDecision.Refused refused = Desk.refusal(introspecting(), TOKEN);
    assertEquals(503, refused.status());
    assertEquals("5", refused.headers().get("Retry-After"));
    assertEquals("provider_unavailable", desk.heard.reason());
    assertEquals(List.of(), desk.heard.defects);
  }

  @Test
  void oversizeAnswerIsAnOutage() {
    issuer.answerIntrospectionWith(
        request ->
            Answer.json(200, "{\"active\":true,\"sub\":\"alice\"" + " ".repeat(65536) + "}"));
    assertEquals("503 provider_unavailable", desk.refused(introspecting(), TOKEN));
    issuer.answerIntrospectionWith(
        request ->
            Answer.json(200, "{\"active\":true,\"sub\":\"alice\"" + " ".repeat(65000) + "}"));
    assertEquals("alice", Desk.user(introspecting(), TOKEN).subject());
  }

  @ParameterizedTest
  @CsvSource({
    "201, provider_unavailable",
    "204, provider_unavailable",
    "400, client_refused",
    "401, client_refused",
    "403, client_refused",
    "404, provider_unavailable",
    "429, provider_unavailable",
    "500, provider_unavailable",
    "503, provider_unavailable",
  })
  void anyOtherStatusIsAnOutage(int status, String reason) {
    String good = "{\"active\":true,\"sub\":\"alice\"}";
    issuer.answerIntrospectionWith(
        request -> status == 204 ? Answer.empty(204) : Answer.json(status, good));
    assertEquals("503 " + reason, desk.refused(introspecting(), TOKEN));
  }

  @Test
  void redirectIsNotFollowed() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    issuer.answerIntrospectionWith(
        request -> Answer.redirect(URI.create(issuer.userinfoUrl() + "?x")));
    assertEquals("503 provider_unavailable", desk.refused(introspecting(), TOKEN));
    assertEquals(0, issuer.userinfoRequests());
  }

  @Test
  void wrongClientSecretIsAnOutageThatNamesIt() {
    TamboAuthenticator authenticator = introspecting("tambo.client-secret", "wrong");
    assertEquals("503 client_refused", desk.refused(authenticator, TOKEN));
  }

  @Test
  void providersOwnRetryAfterIsPassedOn() {
    issuer.answerIntrospectionWith(request -> Answer.empty(503).with("Retry-After", "17"));
    assertEquals("17", Desk.refusal(introspecting(), TOKEN).headers().get("Retry-After"));
  }

  @ParameterizedTest
  @EnumSource
  void outageIsNotRemembered(Outage outage) {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    TamboAuthenticator authenticator = introspecting();
    issuer.goDown(outage);
    assertEquals("503 provider_unavailable", desk.refused(authenticator, TOKEN));
    issuer.comeBack();
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
  }

  @Test
  void knownTokenIsServedThroughAnOutage() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    TamboAuthenticator authenticator = introspecting();
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
    issuer.goDown(Outage.SERVICE_UNAVAILABLE);
    desk.time.advance(Duration.ofSeconds(299));
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
  }

  @Test
  void bothCallsTogetherHaveFourSeconds() {
    TamboAuthenticator authenticator =
        TamboAuthenticator.of(
            TamboAuthConfig.of(
                Map.of(
                    "tambo.introspection-url", issuer.introspectionUrl(),
                    "tambo.userinfo-url", issuer.userinfoUrl(),
                    "tambo.client-id", issuer.clientId(),
                    "tambo.client-secret", issuer.clientSecret())),
            desk.heard);
    String padded = "{\"active\":true,\"sub\":\"alice\"" + " ".repeat(40) + "}";
    issuer.answerIntrospectionWith(request -> Answer.json(200, padded).dripping());
    issuer.answerUserinfoWith(request -> Answer.json(200, padded).stalled());
    try (authenticator) {
      long start = System.nanoTime();
      assertEquals("503 provider_unavailable", desk.refused(authenticator, TOKEN));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertEquals(1, issuer.userinfoRequests());
      assertTrue(took.compareTo(Duration.ofMillis(3900)) > 0, took::toString);
      assertTrue(took.compareTo(Duration.ofMillis(5500)) < 0, took::toString);
    }
  }

  @Test
  void twoHundredRequestsWithOneNewTokenCauseOneIntrospection() throws Exception {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    TamboAuthenticator authenticator = withUserinfo();
    assertEquals(200, together(authenticator, 200, i -> TOKEN, "alice"));
    assertEquals(1, issuer.introspectionRequests());
    assertEquals(1, issuer.userinfoRequests());
    Desk.user(authenticator, TOKEN);
    assertEquals(1, issuer.introspectionRequests());
  }

  @Test
  void everyTokenHasItsOwnUser() throws Exception {
    TamboAuthenticator authenticator = introspecting();
    for (int i = 0; i < 100; i++) {
      issuer.opaqueToken("token" + i, Map.of("sub", "user" + i));
    }
    for (int i = 0; i < 100; i++) {
      assertEquals("user" + i, Desk.user(authenticator, "token" + i).subject());
    }
    assertEquals(100, issuer.introspectionRequests());
  }

  private static long together(
      TamboAuthenticator authenticator,
      int count,
      java.util.function.IntFunction<String> tokens,
      String name)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> names = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String token = tokens.apply(i);
        names.add(
            threads.submit(
                () -> {
                  start.await();
                  return Desk.decision(authenticator, token).auth().getName();
                }));
      }
      start.countDown();
      long equal = 0;
      for (Future<String> each : names) {
        equal += name.equals(each.get()) ? 1 : 0;
      }
      return equal;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void revocationIsSeenAfterFiveMinutesAndNotBefore() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    TamboAuthenticator authenticator = introspecting("tambo.clock-skew", "PT1M");
    Desk.user(authenticator, TOKEN);
    issuer.revokeToken(TOKEN);
    desk.time.advance(Duration.ofSeconds(299));
    Desk.user(authenticator, TOKEN);
    assertEquals(1, issuer.introspectionRequests());
    desk.time.advance(Duration.ofSeconds(1));
    assertEquals("401 not_active", desk.refused(authenticator, TOKEN));
    assertEquals(2, issuer.introspectionRequests());
  }

  @Test
  void tokenIsAskedForAgainAfterFiveMinutesOfEitherClock() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    TamboAuthenticator authenticator = introspecting();
    Desk.user(authenticator, TOKEN);
    desk.time.advance(Duration.ofMinutes(5));
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
    assertEquals(2, issuer.introspectionRequests());
    desk.time.moveWall(Duration.ofMinutes(5));
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
    assertEquals(3, issuer.introspectionRequests());
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
    assertEquals(3, issuer.introspectionRequests());
  }

  @Test
  void expiryOfTheAnswerEndsTheVerdictBefore() {
    Instant expiry = desk.time.now().plusSeconds(60);
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice", "exp", expiry.getEpochSecond()));
    TamboAuthenticator authenticator = introspecting();
    Desk.user(authenticator, TOKEN);
    desk.time.advance(Duration.ofSeconds(89));
    Desk.user(authenticator, TOKEN);
    assertEquals(1, issuer.introspectionRequests());
    desk.time.advance(Duration.ofSeconds(1));
    assertEquals("401 not_active", desk.refused(authenticator, TOKEN));
  }

  @Test
  void refusalIsRememberedForThreeSeconds() {
    TamboAuthenticator authenticator = introspecting();
    desk.refused(authenticator, TOKEN);
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    desk.time.advance(Duration.ofMillis(2900));
    assertEquals("401 not_active", desk.refused(authenticator, TOKEN));
    assertEquals(1, issuer.introspectionRequests());
    desk.time.advance(Duration.ofMillis(100));
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
  }

  @Test
  void seventeenthCheckAtOnceIsTurnedAway() throws Exception {
    TamboAuthenticator authenticator = introspecting();
    for (int i = 0; i < 17; i++) {
      issuer.opaqueToken("token" + i, Map.of("sub", "alice"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<String>> names = new ArrayList<>();
    try (HeldAnswers held = issuer.holdAnswers()) {
      for (int i = 0; i < 16; i++) {
        String token = "token" + i;
        names.add(threads.submit(() -> Desk.decision(authenticator, token).auth().getName()));
      }
      held.awaitRequests(16);
      AuthDecision.Refused refused = Desk.refusal(authenticator, "token16");
      assertEquals(503, refused.status());
      assertEquals("1", refused.headers().get("Retry-After"));
      assertEquals("provider_busy", desk.heard.reason());
      assertEquals(16, issuer.introspectionRequests());
    } finally {
      threads.shutdown();
    }
    for (Future<String> name : names) {
      assertEquals("alice", name.get());
    }
    assertEquals("alice", Desk.user(authenticator, "token16").subject());
  }

  @Test
  void shapeTellsWhoVerifies() {
    TamboAuthenticator authenticator =
        introspecting("tambo.issuer", issuer.issuer(), "tambo.audience", FakeIssuer.AUDIENCE);
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice"));
    String signed = issuer.token("bob").text();
    String forged = issuer.token("bob").tampered().text();
    for (String token : List.of(signed, forged, forged + "=", "a.b.c")) {
      issuer.opaqueToken(token, Map.of("sub", "mallory"));
    }
    assertEquals("bob", Desk.user(authenticator, signed).subject());
    assertEquals("401 bad_signature", desk.refused(authenticator, forged));
    assertEquals(401, Desk.refusal(authenticator, forged + "=").status());
    assertEquals(401, Desk.refusal(authenticator, "a.b.c").status());
    assertEquals(0, issuer.introspectionRequests());
    assertEquals("alice", Desk.user(authenticator, TOKEN).subject());
    assertEquals(1, issuer.introspectionRequests());
  }

  @Test
  void privateAddressIsNotAskedWhereItIsBlocked() {
    TamboAuthenticator authenticator = introspecting("tambo.http.block-private-addresses", "true");
    assertEquals("503 provider_unavailable", desk.refused(authenticator, TOKEN));
    assertEquals(0, issuer.introspectionRequests());
  }

  @Test
  void nobodyIsToldTokenOrSecret() {
    TamboAuthenticator authenticator = introspecting();
    desk.refused(authenticator, TOKEN);
    issuer.goDown(Outage.CONNECTION_REFUSED);
    desk.refused(authenticator, TOKEN + "2");
    String told =
        desk.heard.decisions + authenticator.config().toString() + authenticator.warnings();
    assertTrue(!told.contains(TOKEN) && !told.contains(issuer.clientSecret()), told);
    assertTrue(told.contains(issuer.origin()), told);
  }

  @Test
  void closingEndsAnIntrospectionUnderWay() throws Exception {
    TamboAuthenticator authenticator = introspecting();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (HeldAnswers held = issuer.holdAnswers()) {
      Future<AuthDecision> decision = thread.submit(() -> Desk.decision(authenticator, TOKEN));
      held.awaitRequests(1);
      long start = System.nanoTime();
      authenticator.close();
      assertEquals(503, ((AuthDecision.Refused) decision.get()).status());
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
    } finally {
      thread.shutdown();
    }
  }
}
