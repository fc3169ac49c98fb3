package co.tambo.servers.check;

import static co.tambo.servers.check.Callers.isNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.servers.Check;
import co.tambo.servers.Site;
import co.tambo.servers.Technology;
import jakarta.json.JsonObject;
import java.util.List;

/** Who a request's caller is. */
public final class IdentityChecks {

  private static final String ALICE_ON_PAGE = "[tamboAuth=alice] [caller=alice] [admin=true]";

  private IdentityChecks() {}

  /** Returns the checks. */
  public static List<Check> all() {
    return List.of(
        new Check("Servlet", site -> Callers.everywhere(site, "/who", "REQUEST")),
        new Check("TamboAuth", IdentityChecks::tamboAuth),
        new Check("Two issuers", IdentityChecks::issuers),
        new Check("JSP EL", IdentityChecks::jsp),
        new Check("Facelets EL", IdentityChecks::facelets),
        new Check("logout()", IdentityChecks::logout),
        new Check("authenticate()", IdentityChecks::authenticate));
  }

  private static void tamboAuth(Site site) throws Exception {
    JsonObject known = site.json("/required/who", site.token("alice", "admin"));
    JsonObject tambo = known.getJsonObject("tambo");
    assertEquals("identified", tambo.getString("state"));
    assertEquals("alice", tambo.getString("name"));
    assertEquals(site.issuer(), tambo.getString("issuer"));
    assertTrue(tambo.getString("contextKey").endsWith(":alice"), tambo::toString);
    assertTrue(tambo.getBoolean("admin"));
    assertEquals("unauthenticated", state(site.json("/optional/who", null)));
    assertEquals("error", state(site.json("/permissive/who", site.forged("alice"))));
  }

  private static String state(JsonObject who) {
    return who.getJsonObject("tambo").getString("state");
  }

  private static void issuers(Site site) throws Exception {
    assertEquals(site.issuer(), issuer(site, site.token("alice")));
    assertEquals(site.secondIssuer(), issuer(site, site.secondToken("alice")));
    Callers.unauthorized(site.as(site.secondToken("alice"), "/required/who"));
    Callers.unauthorized(site.as(site.forged("alice"), "/issuers/who"));
    Callers.unauthorized(site.get("/issuers/who"));
  }

  private static String issuer(Site site, String token) throws Exception {
    return site.json("/issuers/who", token).getJsonObject("tambo").getString("issuer");
  }

  private static void jsp(Site site) throws Exception {
    assumeTrue(site.has(Technology.JSP));
    JsonObject known = site.json("/required/page.jsp", site.token("alice"));
    assertEquals("alice", known.getString("tamboAuth"));
    assertEquals("identified", known.getString("status"));
    assertEquals("alice", known.getString("caller"));
    JsonObject nobody = site.json("/optional/page.jsp", null);
    assertEquals("", nobody.getString("tamboAuth"));
    assertEquals("", nobody.getString("caller"));
    Callers.refused(site, "/page.jsp");
  }

  private static void facelets(Site site) throws Exception {
    assumeTrue(site.has(Technology.FACES));
    String known = site.as(site.token("alice", "admin"), "/required/page.xhtml").body();
    assertTrue(known.contains(ALICE_ON_PAGE), known);
    String nobody = site.get("/optional/page.xhtml").body();
    assertTrue(nobody.contains("[tamboAuth=] [caller=] [admin=false]"), nobody);
    Callers.refused(site, "/page.xhtml");
  }

  private static void logout(Site site) throws Exception {
    JsonObject who = site.json("/required/logout", site.token("alice", "admin"));
    Callers.anonymous(who);
    assertEquals("unauthenticated", state(who));
    assertTrue(isNull(who.getJsonObject("tambo"), "name"));
    Callers.refused(site, "/logout");
  }

  private static void authenticate(Site site) throws Exception {
    JsonObject known = site.json("/optional/login-asked", site.token("alice", "admin"));
    assertTrue(known.getBoolean("authenticated"));
    Callers.identified(known, "alice", true);
  }
}
