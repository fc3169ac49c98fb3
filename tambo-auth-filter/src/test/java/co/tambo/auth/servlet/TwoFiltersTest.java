package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.contract.FrontFilter;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two filters of one application: a lax one for everything, a strict one for a part. */
class TwoFiltersTest {

  private static final Map<String, String> LAX =
      Map.of("tambo.user-key", "session:user", "tambo.access", "permissive");
  private static final Map<String, String> STRICT = Map.of("tambo.user-key", "attribute:user");

  @SuppressWarnings("NullAway.Init")
  private JettyDeployment site;

  @BeforeEach
  void deploy() throws Exception {
    site = JettyDeployment.start(TwoFiltersTest::filters);
  }

  @AfterEach
  void undeploy() throws IOException {
    site.close();
  }

  private static void filters(ServletContextHandler context) {
    filter(context, "lax", LAX, "/*");
    filter(context, "strict", STRICT, "/app/*");
    Pages.serve(context);
  }

  private static void filter(
      ServletContextHandler context, String name, Map<String, String> settings, String path) {
    FilterHolder holder =
        new FilterHolder(new TamboAuthFilter(TamboAuthConfig.of(settings), TamboAuthListener.NONE));
    holder.setName(name);
    context.addFilter(holder, path, EnumSet.allOf(DispatcherType.class));
  }

  @Test
  void laxVerdictDoesNotServeTheStrictFilter() throws IOException {
    RawRequest known = RawRequest.get("/app/me").header(FrontFilter.SESSION, "user=alice");
    assertEquals(401, send(known).status());
  }

  @Test
  void forwardFromTheLaxPartIsDecidedByTheStrictFilter() throws IOException {
    RawRequest known =
        RawRequest.get("/public/forward?to=/app/me").header(FrontFilter.SESSION, "user=alice");
    assertEquals(401, send(known).status());
  }

  @Test
  void userOfTheStrictFilterIsSeenBehindIt() throws IOException {
    RawRequest both =
        RawRequest.get("/app/me")
            .header(FrontFilter.SESSION, "user=alice")
            .header(FrontFilter.ATTRIBUTE, "user=bob");
    assertEquals("REQUEST bob identified", send(both).body());
  }

  @Test
  void includedPageOfTheStrictFilterLeavesTheLaxUserInPlace() throws IOException {
    RawRequest both =
        RawRequest.get("/public/include?of=/app/me")
            .header(FrontFilter.SESSION, "user=alice")
            .header(FrontFilter.ATTRIBUTE, "user=bob");
    String outer = "REQUEST alice identified";
    String inner = "INCLUDE bob identified";
    assertEquals(outer + "[" + inner + "][" + inner + "]" + outer, send(both).body());
  }

  private RawResponse send(RawRequest request) throws IOException {
    return RawResponse.to(request, site.port());
  }
}
