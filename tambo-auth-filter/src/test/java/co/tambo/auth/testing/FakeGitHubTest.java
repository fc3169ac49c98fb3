package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeGitHubTest {

  private final FakeGitHub github = FakeGitHub.start();

  @AfterEach
  void stop() {
    github.close();
  }

  private HttpResponse<String> check(String url, String secret, String body) {
    String pair = github.clientId() + ":" + secret;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return Http.sending(
            Http.request(url)
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString(body)))
        .join();
  }

  private HttpResponse<String> check(String token) {
    return check(github.checkUrl(), github.clientSecret(), "{\"access_token\":\"" + token + "\"}");
  }

  private HttpResponse<String> user(String token) {
    return Http.sending(Http.request(github.userUrl()).header("Authorization", "Bearer " + token))
        .join();
  }

  @Test
  void ownTokenIsKnownWithItsUser() throws Exception {
    String token = github.token(583231, "octocat");
    Map<String, Object> check = JSONObjectUtils.parse(check(token).body());
    Map<String, Object> user = JSONObjectUtils.parse(user(token).body());
    assertTrue(token.startsWith("gho_"));
    assertEquals(token, check.get("token"));
    assertEquals(583231L, user.get("id"));
    assertEquals("User", user.get("type"));
    assertEquals(1, github.checks());
    assertEquals(1, github.users());
  }

  @Test
  void otherApplicationsTokenHasAUserAndIsNotFound() {
    String token = github.tokenOfAnotherApp(583231, "octocat");
    assertEquals(404, check(token).statusCode());
    assertEquals(200, user(token).statusCode());
  }

  @Test
  void installationHasNoUser() {
    assertEquals(404, check(github.installationToken()).statusCode());
    assertEquals(403, user(github.installationToken()).statusCode());
  }

  @Test
  void revokedTokenIsUnknown() {
    String token = github.token(583231, "octocat");
    github.revoke(token);
    assertEquals(404, check(token).statusCode());
    assertEquals(401, user(token).statusCode());
  }

  @Test
  void clientAndBodyAreChecked() {
    String good = "{\"access_token\":\"" + github.token(1, "a") + "\"}";
    assertEquals(401, check(github.checkUrl(), "wrong", good).statusCode());
    assertEquals(422, check(github.checkUrl(), github.clientSecret(), "{}").statusCode());
    String other = github.url() + "/applications/other/token";
    assertEquals(404, check(other, github.clientSecret(), good).statusCode());
  }

  @Test
  void callerWithoutANameIsTurnedAway() throws Exception {
    assertEquals(
        403,
        Http.sending(Http.request(github.userUrl()).header("User-Agent", " ")).join().statusCode());
  }
}
