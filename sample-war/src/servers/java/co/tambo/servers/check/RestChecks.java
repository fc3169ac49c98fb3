package co.tambo.servers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.servers.Check;
import co.tambo.servers.Site;
import co.tambo.servers.Technology;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;

/** Who the caller of a REST resource is, and which method he may call. */
public final class RestChecks {

  private RestChecks() {}

  /** Returns the checks. */
  public static List<Check> all() {
    return List.of(
        rest("REST SecurityContext", site -> protectedPath(site, "/api/who")),
        rest("REST @RolesAllowed", RestChecks::rolesAllowed),
        rest("REST @PermitAll", site -> open(site, "/api/open")),
        rest("REST @TamboAuthenticated", RestChecks::optional),
        rest("REST @Suspended", site -> protectedPath(site, "/api/suspended")));
  }

  private static Check rest(String name, Check.Body body) {
    return new Check(
        name,
        site -> {
          assumeTrue(site.has(Technology.REST));
          body.run(site);
        });
  }

  private static void protectedPath(Site site, String path) throws Exception {
    identified(site.json(path, site.token("alice", "admin")), "alice", true);
    identified(site.json(path, site.token("carol", "user")), "carol", false);
    Callers.unauthorized(site.get(path));
    Callers.unauthorized(site.as(site.forged("alice"), path));
  }

  private static void identified(JsonObject who, String name, boolean admin) {
    JsonObject rest = who.getJsonObject("rest");
    assertEquals(name, rest.getString("caller", null), who::toString);
    assertEquals("Bearer", rest.getString("scheme", null), who::toString);
    assertEquals(admin, rest.getBoolean("admin"), who::toString);
    assertEquals(name, who.getJsonObject("tambo").getString("name"), who::toString);
  }

  private static void rolesAllowed(Site site) throws Exception {
    identified(site.json("/api/admin", site.token("alice", "admin")), "alice", true);
    HttpResponse<String> wrongRole = site.as(site.token("carol", "user"), "/api/admin");
    assertEquals(403, wrongRole.statusCode(), wrongRole::body);
    Callers.unauthorized(site.get("/api/admin"));
    Callers.unauthorized(site.as(site.forged("alice"), "/api/admin"));
  }

  private static void open(Site site, String path) throws Exception {
    identified(site.json(path, site.token("alice", "admin")), "alice", true);
    anonymous(site.json(path, null), "unauthenticated");
    anonymous(site.json(path, site.forged("alice")), "error");
  }

  private static void optional(Site site) throws Exception {
    identified(site.json("/api/optional", site.token("alice", "admin")), "alice", true);
    anonymous(site.json("/api/optional", null), "unauthenticated");
    Callers.unauthorized(site.as(site.forged("alice"), "/api/optional"));
  }

  private static void anonymous(JsonObject who, String state) {
    assertTrue(Callers.isNull(who.getJsonObject("rest"), "caller"), who::toString);
    assertEquals(state, who.getJsonObject("tambo").getString("state"), who::toString);
  }
}
