package co.tambo.servers.check;

import static co.tambo.servers.check.Callers.isNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.servers.Check;
import co.tambo.servers.Site;
import co.tambo.servers.Technology;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/** What the container itself takes the caller for, once it is told. */
public final class ContainerLoginChecks {

  /** What the containers call nobody. */
  private static final Set<String> NOBODY =
      Set.of("", "anonymous", "ANONYMOUS", "guest", "UNAUTHENTICATED");

  private ContainerLoginChecks() {}

  /** Returns the checks of the probe that is deployed as {@code …-login}. */
  public static List<Check> all() {
    return List.of(
        new Check("Servlet, container login", ContainerLoginChecks::servlet),
        check("@Inject Principal", Technology.CDI, site -> caller(site, "cdi")),
        check("Jakarta Security", Technology.SECURITY, site -> callerAndRole(site, "security")),
        check("EJB caller", Technology.EJB, site -> callerAndRole(site, "ejb")),
        check("EJB @RolesAllowed", Technology.EJB, ContainerLoginChecks::rolesAllowed),
        check("REST, container login", Technology.REST, ContainerLoginChecks::rest));
  }

  private static Check check(String name, Technology technology, Check.Body body) {
    return new Check(
        name,
        site -> {
          assumeTrue(site.has(technology));
          body.run(site);
        });
  }

  private static void servlet(Site site) throws Exception {
    JsonObject admin = site.json("/required/who", site.token("alice", "admin"));
    assertEquals("alice", admin.getString("caller", null), admin::toString);
    assertEquals("alice", admin.getString("remoteUser", null), admin::toString);
    assertEquals(true, admin.getBoolean("admin"), admin::toString);
    JsonObject user = site.json("/required/who", site.token("carol", "user"));
    assertEquals(false, user.getBoolean("admin"), user::toString);
    assertEquals(true, user.getBoolean("user"), user::toString);
    Callers.refused(site, "/who");
    Callers.anonymous(site.json("/optional/who", null));
    Callers.anonymous(site.json("/permissive/who", site.forged("alice")));
  }

  private static void caller(Site site, String api) throws Exception {
    known(admin(site), api);
    nobody(site.json("/optional/who", null), api);
    nobody(site.json("/permissive/who", site.forged("alice")), api);
  }

  private static void callerAndRole(Site site, String api) throws Exception {
    caller(site, api);
    assertEquals(true, admin(site).getJsonObject(api).getBoolean("admin"));
    assertEquals(false, user(site).getJsonObject(api).getBoolean("admin"));
    assertEquals(false, anonymous(site).getJsonObject(api).getBoolean("admin"));
  }

  private static void rolesAllowed(Site site) throws Exception {
    assertEquals("ok", admin(site).getJsonObject("ejb").getString("administration"));
    assertEquals("denied", user(site).getJsonObject("ejb").getString("administration"));
    assertEquals("denied", anonymous(site).getJsonObject("ejb").getString("administration"));
  }

  private static void rest(Site site) throws Exception {
    JsonObject rest = site.json("/api/who", site.token("alice", "admin")).getJsonObject("rest");
    assertEquals("alice", rest.getString("caller", null), rest::toString);
    assertEquals(true, rest.getBoolean("admin"), rest::toString);
    assertEquals(403, site.as(site.token("carol", "user"), "/api/admin").statusCode());
    Callers.unauthorized(site.get("/api/who"));
  }

  private static JsonObject admin(Site site) throws Exception {
    return site.json("/required/who", site.token("alice", "admin"));
  }

  private static JsonObject user(Site site) throws Exception {
    return site.json("/required/who", site.token("carol", "user"));
  }

  private static JsonObject anonymous(Site site) throws Exception {
    return site.json("/optional/who", null);
  }

  private static void known(JsonObject who, String api) {
    assertFalse(isNull(who, api), who::toString);
    assertEquals("alice", who.getJsonObject(api).getString("caller", null), who::toString);
  }

  private static void nobody(JsonObject who, String api) {
    String caller = who.getJsonObject(api).getString("caller", "");
    assertEquals(true, NOBODY.contains(caller), who::toString);
  }
}
