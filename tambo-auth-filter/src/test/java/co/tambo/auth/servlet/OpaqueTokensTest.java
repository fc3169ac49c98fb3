package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.testing.FakeGitHub;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.HeldAnswers;
import co.tambo.auth.testing.Outage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that are not signed, from a browser's request to a servlet's principal. */
class OpaqueTokensTest {

  private final FakeGitHub github = FakeGitHub.start();
  private final FakeIssuer issuer = FakeIssuer.start();

  /** Says who is asking. */
  private static final class Me extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response
          .getWriter()
          .print(request.getUserPrincipal().getName() + " " + request.getAuthType());
    }
  }

  @AfterEach
  void close() {
    github.close();
    issuer.close();
  }

  private static JettyDeployment deployed(Map<String, String> settings) throws Exception {
    FilterHolder holder = new FilterHolder(new TamboAuthFilter());
    holder.setInitParameters(settings);
    return JettyDeployment.start(
        context -> {
          context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
          context.addServlet(new ServletHolder(new Me()), "/me");
        });
  }

  private JettyDeployment behindGitHub() throws Exception {
    return deployed(
        Map.of(
            "tambo.preset", "github",
            "tambo.client-id", github.clientId(),
            "tambo.client-secret", github.clientSecret(),
            "tambo.introspection-url", github.checkUrl(),
            "tambo.userinfo-url", github.userUrl()));
  }

  private JettyDeployment behindIssuer() throws Exception {
    return deployed(
        Map.of(
            "tambo.introspection-url", issuer.introspectionUrl(),
            "tambo.audience", FakeIssuer.AUDIENCE,
            "tambo.client-id", issuer.clientId(),
            "tambo.client-secret", issuer.clientSecret()));
  }

  private static RawResponse me(JettyDeployment site, String token) throws IOException {
    return RawResponse.to(RawRequest.get("/me").bearer(token), site.port());
  }

  @Test
  void usersOfGitHubAreKnown() throws Exception {
    try (JettyDeployment site = behindGitHub()) {
      RawResponse response = me(site, github.token(583231, "octocat"));
      assertEquals(200, response.status());
      assertEquals("583231 Bearer", response.body());
    }
  }

  @Test
  void tokenOfAnotherApplicationIsRefused() throws Exception {
    try (JettyDeployment site = behindGitHub()) {
      RawResponse response = me(site, github.tokenOfAnotherApp(583231, "octocat"));
      assertEquals(401, response.status());
      assertTrue(response.body().contains("TAMBO-101"), response.body());
      assertEquals(0, github.users());
    }
  }

  @Test
  void gitHubsOutageIs503WithRetryAfter() throws Exception {
    try (JettyDeployment site = behindGitHub()) {
      github.goDown(Outage.CONNECTION_REFUSED);
      RawResponse response = me(site, github.token(583231, "octocat"));
      assertEquals(503, response.status());
      assertEquals(List.of("5"), response.values("Retry-After"));
    }
  }

  @Test
  void introspectedUserIsKnownAndAnUnknownTokenRefused() throws Exception {
    issuer.opaqueToken("opaque", Map.of("sub", "alice"));
    try (JettyDeployment site = behindIssuer()) {
      assertEquals("alice Bearer", me(site, "opaque").body());
      assertEquals(401, me(site, "other").status());
      issuer.opaqueToken("foreign", Map.of("sub", "alice", "aud", "other"));
      assertEquals(401, me(site, "foreign").status());
    }
  }

  @Test
  void issuersOutageIs503WithRetryAfter() throws Exception {
    try (JettyDeployment site = behindIssuer()) {
      issuer.goDown(Outage.SERVICE_UNAVAILABLE);
      RawResponse response = me(site, "opaque");
      assertEquals(503, response.status());
      assertEquals(List.of("5"), response.values("Retry-After"));
    }
  }

  @Test
  void manyRequestsAtOnceCauseOneIntrospection() throws Exception {
    issuer.opaqueToken("opaque", Map.of("sub", "alice"));
    ExecutorService threads = Executors.newFixedThreadPool(100);
    try (JettyDeployment site = behindIssuer()) {
      List<Future<RawResponse>> responses = new ArrayList<>();
      try (HeldAnswers held = issuer.holdAnswers()) {
        for (int i = 0; i < 100; i++) {
          responses.add(threads.submit(() -> me(site, "opaque")));
        }
        held.awaitRequests(1);
      }
      for (Future<RawResponse> response : responses) {
        assertEquals("alice Bearer", response.get().body());
      }
      assertEquals(1, issuer.introspectionRequests());
    } finally {
      threads.shutdown();
    }
  }
}
