package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import co.tambo.auth.testing.Answer;
import co.tambo.auth.testing.FakeGitHub;
import co.tambo.auth.testing.Outage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of GitHub, on real sockets. */
class GitHubTokensTest {

  private static final long OCTOCAT = 583231;

  private final Desk desk = new Desk();
  private final FakeGitHub github = FakeGitHub.start();

  @AfterEach
  void close() {
    desk.close();
    github.close();
  }

  private TamboAuthenticator asking(String... more) {
    return desk.open(
        Desk.settings(
            Map.of(
                "tambo.preset", "github",
                "tambo.client-id", github.clientId(),
                "tambo.client-secret", github.clientSecret(),
                "tambo.introspection-url", github.checkUrl(),
                "tambo.userinfo-url", github.userUrl()),
            more));
  }

  @Test
  void userIsKnownByTheNumber() {
    String token = github.token(OCTOCAT, "octocat");
    TamboPrincipal user = Desk.user(asking("tambo.name-claim", "login"), token);
    assertEquals("583231", user.subject());
    assertEquals("octocat", user.getName());
    assertEquals("oauth:user:127.0.0.1:583231", user.contextKey());
    assertEquals(Optional.of(github.url()), user.issuer());
    assertEquals(Optional.empty(), user.email());
    assertEquals(Set.of("read:user"), user.scopes());
    assertFalse(user.claims().toString().contains(token));
  }

  @Test
  void tokenOfAnotherApplicationIsRefused() {
    String token = github.tokenOfAnotherApp(OCTOCAT, "octocat");
    assertEquals("401 not_active", desk.refused(asking(), token));
    assertEquals(0, github.users());
  }

  @Test
  void applicationInTheAnswerIsOurs() {
    String user = "\"user\":{\"id\":583231}";
    String token = github.token(OCTOCAT, "octocat");
    TamboAuthenticator authenticator = asking();
    github.answerChecksWith(
        request -> Answer.json(200, "{\"app\":{\"client_id\":\"Iv1.x\"}," + user + "}"));
    assertEquals("401 not_active", desk.refused(authenticator, token));
    desk.time.advance(Duration.ofSeconds(3));
    github.answerChecksWith(request -> Answer.json(200, "{" + user + "}"));
    assertEquals("583231", Desk.user(authenticator, token).subject());
  }

  @Test
  void checkAndUserNameTheSameUser() {
    String token = github.token(OCTOCAT, "octocat");
    github.answerUsersWith(request -> Answer.json(200, "{\"id\":1,\"type\":\"User\"}"));
    assertEquals("401 subjects_differ", desk.refused(asking(), token));
  }

  @Test
  void installationHasNoUser() {
    assertEquals("401 not_active", desk.refused(asking(), github.installationToken()));
  }

  @Test
  void installationThatPassesTheCheckIsRefusedAsNoUser() {
    github.answerChecksWith(request -> Answer.json(200, "{}"));
    assertEquals("401 provider_refused", desk.refused(asking(), github.installationToken()));
  }

  @Test
  void programIsRefusedUnlessItIsAllowed() {
    String token = github.botToken(7, "robot[bot]");
    assertEquals("401 machine_token", desk.refused(asking(), token));
    assertEquals("7", Desk.user(asking("tambo.allow", "machine-tokens"), token).subject());
  }

  @ParameterizedTest
  @CsvSource({"404, 401 not_active", "422, 401 not_active", "401, 503 client_refused"})
  void statusOfTheCheckTells(int status, String refused) {
    github.answerChecksWith(request -> Answer.json(status, "{}"));
    assertEquals(refused, desk.refused(asking(), github.token(OCTOCAT, "octocat")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:59:59Z, 401 expired",
    "2026-11-21T00:00:00Z, 401 expired",
    "soon, 503 provider_unavailable",
  })
  void expiryOfTheCheckIsRead(String expiry, String refused) {
    github.answerChecksWith(request -> Answer.json(200, "{\"expires_at\":\"" + expiry + "\"}"));
    assertEquals(refused, desk.refused(asking(), github.token(OCTOCAT, "octocat")));
  }

  @Test
  void expiryOfTheCheckBoundsTheVerdict() {
    String token = github.token(OCTOCAT, "octocat");
    TamboAuthenticator authenticator = asking();
    github.answerChecksWith(
        request -> Answer.json(200, "{\"expires_at\":\"2026-11-21T00:01:00Z\"}"));
    Desk.user(authenticator, token);
    desk.time.advance(Duration.ofSeconds(90));
    assertEquals("401 expired", desk.refused(authenticator, token));
  }

  @Test
  void revocationIsSeenAfterFiveMinutes() {
    String token = github.token(OCTOCAT, "octocat");
    TamboAuthenticator authenticator = asking();
    Desk.user(authenticator, token);
    github.revoke(token);
    desk.time.advance(Duration.ofSeconds(299));
    Desk.user(authenticator, token);
    assertEquals(1, github.checks());
    desk.time.advance(Duration.ofSeconds(1));
    assertEquals("401 not_active", desk.refused(authenticator, token));
  }

  @Test
  void rateLimitIsAnOutageAndNotTheTokensFault() {
    github.answerChecksWith(request -> Answer.json(403, "{}").with("X-RateLimit-Remaining", "0"));
    TamboAuthenticator authenticator = asking();
    assertEquals(
        "503 provider_unavailable", desk.refused(authenticator, github.token(OCTOCAT, "o")));
  }

  @Test
  void outageIsAnOutage() {
    TamboAuthenticator authenticator = asking();
    github.goDown(Outage.SERVICE_UNAVAILABLE);
    assertEquals(
        "503 provider_unavailable", desk.refused(authenticator, github.token(OCTOCAT, "o")));
  }

  /** The bearer token of {@code api.github.com} has the key that Tambo makes for it. */
  @Test
  void contextKeyHasGitHubsHost() throws Exception {
    TamboAuthConfig config =
        TamboAuthConfig.of(
            Map.of(
                "tambo.preset", "github",
                "tambo.client-id", "Iv1.0123456789abcdef",
                "tambo.client-secret", "s"));
    Wiring wiring =
        new Assembly(config.policy(), desk.heard, desk.time, new GitHubByHand()).wiring();
    try (TamboAuthenticator authenticator = TamboAuthenticator.of(config, desk.heard, wiring)) {
      TamboPrincipal user = Desk.user(authenticator, "gho_16C7e42F292c6912E7710c838347Ae178B4a");
      assertEquals("oauth:user:api.github.com:583231", user.contextKey());
      assertEquals(Optional.of("https://api.github.com"), user.issuer());
    }
  }
}
