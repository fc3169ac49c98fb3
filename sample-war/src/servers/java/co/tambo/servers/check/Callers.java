package co.tambo.servers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.servers.Site;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;

/** What every page of the probe must know of its caller. */
final class Callers {

  private Callers() {}

  /** Asks a page for a good user, a wrong role, nobody and a forgery. */
  static void everywhere(Site site, String page, String dispatch) throws Exception {
    JsonObject admin = site.json("/required" + page, site.token("alice", "admin"));
    identified(admin, "alice", true);
    assertEquals(dispatch, admin.getString("dispatch"));
    identified(site.json("/required" + page, site.token("carol", "user")), "carol", false);
    refused(site, page);
    anonymous(site.json("/optional" + page, null));
    anonymous(site.json("/permissive" + page, site.forged("alice")));
  }

  /** Nobody and a forgery do not get through. */
  static void refused(Site site, String page) throws Exception {
    unauthorized(site.as(null, "/required" + page));
    unauthorized(site.as(site.forged("alice"), "/required" + page));
    unauthorized(site.as(site.forged("alice"), "/optional" + page));
  }

  static void unauthorized(HttpResponse<String> response) {
    assertEquals(401, response.statusCode(), response::body);
    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
    assertTrue(challenge.startsWith("Bearer realm="), challenge);
  }

  static void identified(JsonObject who, String name, boolean admin) {
    assertEquals(name, who.getString("caller", null), who::toString);
    assertEquals(name, who.getString("remoteUser", null), who::toString);
    assertEquals("Bearer", who.getString("authType", null), who::toString);
    assertEquals(admin, who.getBoolean("admin"), who::toString);
    assertTrue(who.getBoolean("anyRole"), who::toString);
    assertFalse(who.getBoolean("star"), who::toString);
  }

  static void anonymous(JsonObject who) {
    assertTrue(isNull(who, "caller"), who::toString);
    assertTrue(isNull(who, "remoteUser"), who::toString);
    assertTrue(isNull(who, "authType"), who::toString);
    assertFalse(who.getBoolean("admin"), who::toString);
    assertFalse(who.getBoolean("anyRole"), who::toString);
  }

  static boolean isNull(JsonObject object, String key) {
    return object.get(key) == JsonValue.NULL;
  }
}
