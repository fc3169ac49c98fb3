package co.tambo.servers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.servers.Check;
import co.tambo.servers.Site;
import co.tambo.servers.Technology;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;

/** Who the caller is after a dispatch. */
public final class DispatchChecks {

  private DispatchChecks() {}

  /** Returns the checks. */
  public static List<Check> all() {
    return List.of(
        dispatch("FORWARD", "/forward", "FORWARD"),
        dispatch("FORWARD to an open path", "/forward-open", "FORWARD"),
        dispatch("INCLUDE", "/include", "INCLUDE"),
        dispatch("ASYNC", "/async", "ASYNC"),
        dispatch("ASYNC with arguments", "/async-args", "ASYNC"),
        dispatch("AsyncContext.start()", "/async-start", "REQUEST"),
        new Check("ERROR by status", site -> errorPage(site, "/error", 418)),
        new Check("ERROR by exception", site -> errorPage(site, "/throw", 500)));
  }

  private static Check dispatch(String name, String page, String type) {
    return new Check(name, site -> Callers.everywhere(site, page, type));
  }

  private static void errorPage(Site site, String page, int status) throws Exception {
    assumeTrue(site.has(Technology.JSP));
    JsonObject known = shown(site.as(site.token("alice"), "/required" + page), status);
    assertEquals("alice", known.getString("tamboAuth"));
    assertEquals("alice", known.getString("caller"));
    JsonObject nobody = shown(site.get("/optional" + page), status);
    assertEquals("", nobody.getString("tamboAuth"));
    assertEquals("", nobody.getString("caller"));
    Callers.refused(site, page);
  }

  private static JsonObject shown(HttpResponse<String> response, int status) {
    assertEquals(status, response.statusCode(), response::body);
    return Site.json(response.body());
  }
}
