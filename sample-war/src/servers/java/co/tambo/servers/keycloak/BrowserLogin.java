package co.tambo.servers.keycloak;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One login as a browser does it: the authorization code flow (RFC 6749 section 4.1) with PKCE,
 * through the login page.
 */
final class BrowserLogin {

  static final String REDIRECT_URI = "http://127.0.0.1/callback";

  private final Http browser = new Http();
  private final String issuer;
  private final TokenEndpoint tokens;
  private final LabClient client;
  private final String state = Pkce.randomText();
  private final Pkce pkce = Pkce.random();

  BrowserLogin(String issuer, TokenEndpoint tokens, LabClient client) {
    this.issuer = issuer;
    this.tokens = tokens;
    this.client = client;
  }

  Tokens login(LabUser user, String scope) {
    HttpResponse<String> page = Http.expect(200, browser.get(authorizationRequest(scope)));
    String cookies = cookies(page);
    HttpResponse<String> answer = fillIn(page, user, cookies);
    if (answer.statusCode() == 200) {
      // A realm with organizations asks for the user name first, then for the password.
      answer = fillIn(answer, user, cookies);
    }
    return tokens.code(client, code(Http.expect(302, answer)), pkce.verifier());
  }

  private HttpResponse<String> fillIn(HttpResponse<String> page, LabUser user, String cookies) {
    Map<String, String> fields =
        Map.of("username", user.userName(), "password", user.password(), "credentialId", "");
    HttpRequest.Builder form =
        Http.formPost(LoginForm.action(page.body()), fields).header("Cookie", cookies);
    return browser.send(form);
  }

  private String authorizationRequest(String scope) {
    return issuer
        + "/protocol/openid-connect/auth?"
        + Http.form(
            Map.of(
                "response_type",
                "code",
                "client_id",
                client.id(),
                "redirect_uri",
                REDIRECT_URI,
                "scope",
                scope,
                "state",
                state,
                "nonce",
                Pkce.randomText(),
                "code_challenge",
                pkce.challenge(),
                "code_challenge_method",
                "S256"));
  }

  /**
   * Returns the page's cookies; a browser sends Secure ones to loopback, the JDK's jar does not.
   */
  private static String cookies(HttpResponse<String> page) {
    return page.headers().allValues("Set-Cookie").stream()
        .map(line -> line.split(";", 2)[0])
        .filter(cookie -> !cookie.endsWith("="))
        .collect(Collectors.joining("; "));
  }

  /** Returns the code of a redirect that answers our own request (RFC 9207 for the issuer). */
  private String code(HttpResponse<String> redirect) {
    String location = redirect.headers().firstValue("Location").orElse("");
    Map<String, String> answer = query(location);
    if (!location.startsWith(REDIRECT_URI + "?")
        || !state.equals(answer.get("state"))
        || !issuer.equals(answer.get("iss"))
        || !answer.containsKey("code")) {
      throw new IllegalStateException("not our code: a redirect with " + answer.keySet());
    }
    return answer.get("code");
  }

  private static Map<String, String> query(String location) {
    Map<String, String> answer = new HashMap<>();
    String query = URI.create(location).getRawQuery();
    for (String field : query == null ? new String[0] : query.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        answer.put(
            field.substring(0, equals),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return answer;
  }
}
