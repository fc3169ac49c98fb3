package co.tambo.servers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.servers.Check;
import co.tambo.servers.Site;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The container's own login, for user bob with the password secret-bob and the role user. */
public final class LoginChecks {

  /** Where the container asks for a login by itself. */
  private static final String SECURED = "/secured/who";

  /** Where the filter has the container ask, by authenticate(). */
  private static final String ASKED = "/principal/who";

  private static final String LOGIN_PAGE = "j_security_check";

  private LoginChecks() {}

  /** Returns the checks of the probe with FORM login. */
  public static List<Check> form() {
    return List.of(
        new Check("FORM login", site -> form(site, SECURED)),
        new Check("FORM login by authenticate()", site -> form(site, ASKED)));
  }

  /** Returns the checks of the probe with BASIC login. */
  public static List<Check> basic() {
    return List.of(
        new Check("BASIC login", site -> basic(site, SECURED)),
        new Check("BASIC login by authenticate()", site -> basic(site, ASKED)));
  }

  private static void form(Site site, String page) throws Exception {
    HttpClient bob = browser();
    assertTrue(get(bob, site, page).body().contains(LOGIN_PAGE));
    HttpResponse<String> wrong = login(bob, site, "secret-eve");
    assertFalse(wrong.body().contains("contextKey"), wrong::body);
    assertTrue(get(bob, site, page).body().contains(LOGIN_PAGE));
    login(bob, site, "secret-bob");
    bob(get(bob, site, page), "FORM");
    assertTrue(get(browser(), site, page).body().contains(LOGIN_PAGE));
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(Redirect.NORMAL)
        .build();
  }

  private static HttpResponse<String> get(HttpClient browser, Site site, String page)
      throws IOException, InterruptedException {
    return browser.send(site.request(page).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> login(HttpClient browser, Site site, String password)
      throws IOException, InterruptedException {
    return browser.send(
        site.request("/" + LOGIN_PAGE, "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("j_username=bob&j_password=" + password))
            .build(),
        BodyHandlers.ofString());
  }

  private static void basic(Site site, String page) throws Exception {
    challenged(site.get(page));
    challenged(site.get(page, "Authorization", credentials("secret-eve")));
    bob(site.get(page, "Authorization", credentials("secret-bob")), "BASIC");
  }

  private static void challenged(HttpResponse<String> response) {
    assertEquals(401, response.statusCode(), response::body);
    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
    assertTrue(challenge.startsWith("Basic realm="), challenge);
  }

  private static String credentials(String password) {
    byte[] pair = ("bob:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static void bob(HttpResponse<String> response, String scheme) {
    assertEquals(200, response.statusCode(), response::body);
    JsonObject who = Site.json(response.body());
    assertEquals("bob", who.getString("caller", null), who::toString);
    assertEquals(scheme, who.getString("authType", null), who::toString);
    assertTrue(who.getBoolean("user"), who::toString);
    assertFalse(who.getBoolean("admin"), who::toString);
    assertEquals("bob", who.getJsonObject("tambo").getString("contextKey"), who::toString);
  }
}
