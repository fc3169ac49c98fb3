package co.tambo.servers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.servers.Check;
import co.tambo.servers.Site;
import co.tambo.servers.Technology;
import jakarta.json.JsonObject;
import java.util.List;

/** Who is injected. */
public final class CdiChecks {

  /** What is injected where the jar is not the application's own. */
  public static final Check INJECTED =
      cdi(
          "Shared library, CDI",
          site -> {
            injected(site, "request", "");
            injected(site, "application", "");
            rest(site);
          });

  private CdiChecks() {}

  /** Returns the checks. */
  public static List<Check> all() {
    return List.of(
        cdi("CDI, request-scoped bean", site -> injected(site, "request", "")),
        cdi("CDI, application-scoped bean", site -> injected(site, "application", "")),
        cdi("CDI after ASYNC", site -> injected(site, "application", "/async")),
        cdi("CDI in REST", CdiChecks::rest));
  }

  private static Check cdi(String name, Check.Body body) {
    return new Check(
        name,
        site -> {
          assumeTrue(site.has(Technology.CDI));
          body.run(site);
        });
  }

  private static void injected(Site site, String bean, String page) throws Exception {
    String path = page.isEmpty() ? "/who" : page;
    identified(bean(site.json("/required" + path, site.token("alice", "admin")), bean), true);
    identified(bean(site.json("/required" + path, site.token("alice", "user")), bean), false);
    anonymous(bean(site.json("/optional" + path, null), bean), "unauthenticated");
    anonymous(bean(site.json("/permissive" + path, site.forged("alice")), bean), "error");
  }

  private static void rest(Site site) throws Exception {
    assumeTrue(site.has(Technology.REST));
    identified(bean(site.json("/api/who", site.token("alice", "admin")), "application"), true);
    anonymous(bean(site.json("/api/optional", null), "application"), "unauthenticated");
  }

  private static JsonObject bean(JsonObject who, String bean) {
    assertFalse(Callers.isNull(who, "cdi"), who::toString);
    JsonObject cdi = who.getJsonObject("cdi");
    assertFalse(Callers.isNull(cdi, bean), who::toString);
    return cdi.getJsonObject(bean);
  }

  private static void identified(JsonObject bean, boolean admin) {
    assertEquals("identified", bean.getString("state"), bean::toString);
    assertEquals("alice", bean.getString("name", null), bean::toString);
    assertEquals("alice", bean.getString("principal", null), bean::toString);
    assertEquals(admin, bean.getBoolean("admin"), bean::toString);
  }

  private static void anonymous(JsonObject bean, String state) {
    assertEquals(state, bean.getString("state"), bean::toString);
    assertTrue(Callers.isNull(bean, "name"), bean::toString);
    assertTrue(Callers.isNull(bean, "principal"), bean::toString);
  }
}
