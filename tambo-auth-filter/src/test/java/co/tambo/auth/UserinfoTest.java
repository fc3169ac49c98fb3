package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.testing.Answer;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.ValidationMode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opaque tokens whose user the provider tells, on real sockets; and as Tambo sees them. */
class UserinfoTest {

  private static final String TOKEN = "ya29.opaque";

  private final Desk desk = new Desk();
  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);

  @AfterEach
  void close() {
    desk.close();
    tambo.close();
    issuer.close();
  }

  private TamboAuthenticator asking(String... more) {
    return desk.open(Desk.settings(Map.of("tambo.userinfo-url", issuer.userinfoUrl()), more));
  }

  private TamboAuthenticator exchanging() {
    return asking("tambo.url", tambo.url(), "tambo.api-key", tambo.apiKey());
  }

  @Test
  void userIsOfTheEndpointsOrigin() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice", "email", "a@example.org", "org_id", "o1"));
    TamboPrincipal user = Desk.user(asking(), TOKEN);
    assertEquals(Optional.of(issuer.origin()), user.issuer());
    assertEquals("oauth:user:127.0.0.1:alice", user.contextKey());
    assertEquals(Optional.of("a@example.org"), user.email());
    assertTrue(user.verified());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"sub\":\"alice\",\"id\":7}', alice",
    "'{\"sub\":\"7\"}', 7",
    "'{\"sub\":7}', 7",
    "'{\"id\":583231}', 583231",
    "'{\"sub\":null,\"id\":\"x\"}', x",
    "'{\"id\":9007199254740991}', 9007199254740991",
  })
  void subjectIsTheSubElseTheIdAsText(String answer, String subject) {
    issuer.answerUserinfoWith(request -> Answer.json(200, answer));
    assertEquals(subject, Desk.user(asking(), TOKEN).subject());
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', user_not_named",
    "'{\"sub\":null}', user_not_named",
    "'{\"name\":\"alice\"}', user_not_named",
    "'{\"id\":9007199254740992}', claim_of_wrong_type",
    "'{\"id\":12345678901234567890}', claim_of_wrong_type",
    "'{\"id\":1.5}', claim_of_wrong_type",
    "'{\"id\":true}', claim_of_wrong_type",
    "'{\"sub\":[\"alice\"]}', claim_of_wrong_type",
    "'{\"sub\":\"\"}', subject_unusable",
    "'{\"sub\":\" alice\"}', subject_unusable",
  })
  void whatIsNoSubjectIsRefused(String answer, String reason) {
    issuer.answerUserinfoWith(request -> Answer.json(200, answer));
    assertEquals("401 " + reason, desk.refused(asking(), TOKEN));
  }

  @ParameterizedTest
  @CsvSource({
    "401, 401 provider_refused",
    "403, 401 provider_refused",
    "400, 503 client_refused",
    "404, 503 provider_unavailable",
    "500, 503 provider_unavailable",
  })
  void statusTellsTheTokensFaultFromAnOutage(int status, String refused) {
    issuer.answerUserinfoWith(request -> Answer.json(status, "{\"sub\":\"alice\"}"));
    assertEquals(refused, desk.refused(asking(), TOKEN));
  }

  @ParameterizedTest
  @CsvSource({"403, Retry-After, 9", "403, X-RateLimit-Remaining, 0", "429, X-A, b"})
  void pleaForPatienceIsAnOutage(int status, String header, String value) {
    issuer.answerUserinfoWith(request -> Answer.empty(status).with(header, value));
    assertEquals("503 provider_unavailable", desk.refused(asking(), TOKEN));
  }

  @Test
  void tenantIsCheckedOnTheAnswer() {
    TamboAuthenticator authenticator =
        asking("tambo.tenant", "example.org", "tambo.tenant-claim", "hd");
    issuer.opaqueToken("a", Map.of("sub", "alice", "hd", "example.org"));
    issuer.opaqueToken("b", Map.of("sub", "bob", "hd", "other.example"));
    issuer.opaqueToken("c", Map.of("sub", "carol"));
    assertEquals(Optional.of("example.org"), Desk.user(authenticator, "a").tenant());
    assertEquals("401 tenant_not_accepted", desk.refused(authenticator, "b"));
    assertEquals("401 tenant_not_accepted", desk.refused(authenticator, "c"));
  }

  @Test
  void tamboMakesTheSameContextKey() {
    issuer.opaqueToken(TOKEN, Map.of("sub", "alice", "org_id", "o1"));
    tambo.project().validateBy(ValidationMode.userinfo(URI.create(issuer.userinfoUrl())));
    TamboAuthenticator authenticator = exchanging();
    TamboAuth auth = Desk.decision(authenticator, TOKEN).auth();
    TamboAuthenticator judged =
        desk.open(
            Map.of(
                "tambo.verification", "tambo",
                "tambo.url", tambo.url(),
                "tambo.api-key", tambo.apiKey()));
    assertEquals(
        Desk.user(judged, TOKEN).contextKey(), auth.principal().orElseThrow().contextKey());
    assertEquals(auth.tamboToken(), auth.tamboToken());
    assertEquals(0, desk.heard.warned("TAMBO-928"));
    assertEquals(1, desk.heard.warned("TAMBO-927"));
  }

  @Test
  void identityThatFollowsTheTokenIsWarnedOfOnce() {
    tambo.project().validateBy(ValidationMode.none());
    TamboAuthenticator judged =
        desk.open(
            Map.of(
                "tambo.verification", "tambo",
                "tambo.url", tambo.url(),
                "tambo.api-key", tambo.apiKey()));
    assertTrue(Desk.user(judged, TOKEN).subject().startsWith("opaque:"));
    Desk.user(judged, TOKEN + "2");
    assertEquals(1, desk.heard.warned("TAMBO-928"));
  }
}
