package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.SharedAuthenticators;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.contract.HeaderRequest;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.servlet.TamboAuthFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the feature is found, configured, shared and stopped. */
abstract class DeploymentTests extends RestTest {

  private static final Map<String, String> KEY_A = Map.of("tambo.user-key", "header:X-A");
  private static final Map<String, String> KEY_B = Map.of("tambo.user-key", "header:X-B");

  DeploymentTests(RestRuntime runtime) {
    super(runtime);
  }

  @Test
  void scannedTooItIsThereOnce() throws Exception {
    try (RestServer server =
        server()
            .contextParams(KEY_A)
            .scanned(ScannedApplication.class, Resources.Me.class, TamboAuthFeature.class)
            .start()) {
      assertEquals(401, server.answer(get("me")).status());
      assertEquals(200, server.answer(get("me").header("X-A", "alice")).status());
    }
  }

  @Test
  void propertiesOfTheApplicationComeFirst() throws Exception {
    try (RestServer server =
        server().contextParams(KEY_A).application(Resources.Configured.class).start()) {
      assertEquals(200, server.answer(get("me").header("X-Own-User", "alice")).status());
      assertEquals(401, server.answer(get("me").header("X-A", "alice")).status());
    }
  }

  @Test
  void badConfigurationStopsTheDeployment() throws Exception {
    try (RestServer server =
        server()
            .contextParams(Map.of("tambo.user-key", "nonsense"))
            .application(Resources.Closed.class)) {
      Exception failure = assertThrows(Exception.class, server::start);
      assertTrue(messages(failure).contains("tambo.user-key"), () -> messages(failure));
    }
  }

  @Attack("D06")
  @Test
  void onlyFilterIsFollowedAndItsVerdictKept() throws Exception {
    try (RestServer server =
        server()
            .filter(new TamboAuthFilter(), KEY_A)
            .filter(remembering(), Map.of())
            .application(Resources.Closed.class)
            .start()) {
      String answer = server.answer(get("me").header("X-A", "alice")).body();
      assertTrue(answer.startsWith("alice ") && answer.endsWith("kept=true"), answer);
    }
  }

  @Test
  void laxFilterDoesNotServeAStricterApplication() throws Exception {
    try (RestServer server =
        server()
            .filter(
                new TamboAuthFilter(),
                Map.of("tambo.user-key", "header:X-A", "tambo.access", "permissive"))
            .application(Resources.Configured.class)
            .start()) {
      assertEquals(401, server.answer(get("me").header("X-A", "alice")).status());
    }
  }

  @Test
  void differingFiltersNeedAContextParam() throws Exception {
    try (RestServer server =
        server()
            .filter(new TamboAuthFilter(), KEY_A)
            .filter(new TamboAuthFilter(), KEY_B)
            .application(Resources.Closed.class)) {
      Exception failure = assertThrows(Exception.class, server::start);
      assertTrue(messages(failure).contains("context-param"), () -> messages(failure));
    }
  }

  @Test
  void contextParamDecidesBetweenFilters() throws Exception {
    Map<String, String> lax = Map.of("tambo.access", "permissive");
    try (RestServer server =
        server()
            .contextParams(Map.of("tambo.user-key", "header:X-C"))
            .filter(new TamboAuthFilter(), lax)
            .filter(new TamboAuthFilter(), Map.of("tambo.access", "optional"))
            .application(Resources.Closed.class)
            .start()) {
      assertEquals(401, server.answer(get("me")).status());
      assertEquals(200, server.answer(get("me").header("X-C", "alice")).status());
    }
  }

  @Test
  void authenticatorStopsWithTheApplication() throws Exception {
    RestServer server = server().contextParams(KEY_A).application(Resources.Closed.class).start();
    SharedAuthenticators.Use use =
        (SharedAuthenticators.Use)
            assertInstanceOf(List.class, server.attribute("co.tambo.auth.jaxrs.used")).get(0);
    TamboAuthenticator authenticator = use.authenticator();
    server.close();
    Refused refused =
        assertInstanceOf(Refused.class, authenticator.authenticate(HeaderRequest.anonymous()));
    assertEquals(503, refused.status());
  }

  @Test
  void openMethodsAreListedAtStart() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (RestServer server = listened(listener)) {
      server.start();
      assertEquals(
          List.of(
              "GET overlap/{rest: .+} is PERMISSIVE",
              "GET rules/class is PERMISSIVE",
              "GET rules/item/{id} is OPTIONAL",
              "GET rules/number/{number: [0-9]+} is PERMISSIVE",
              "GET rules/optional is OPTIONAL",
              "GET rules/permitted is PERMISSIVE"),
          listener.openMethods());
    }
  }

  @Test
  void annotationsWithoutEffectAreSaidOnce() throws Exception {
    RecordingListener listener = new RecordingListener();
    try (RestServer server = listened(listener).start()) {
      for (int i = 0; i < 3; i++) {
        server.answer(get("located/sub/open").header("X-A", "alice"));
      }
      assertEquals(List.of("TAMBO-961", "TAMBO-960"), listener.ownWarnings());
    }
  }

  @Test
  void failureOfTheAdapterIsRefused() throws Exception {
    try (RestServer server =
        server()
            .contextParams(Map.of("tambo.user-key", "header:X-A"))
            .filter(breaking(), Map.of())
            .application(Resources.Mixed.class)
            .start()) {
      assertEquals(503, server.answer(get("rules/permitted").header("X-A", "alice")).status());
    }
  }

  private RestServer listened(TamboAuthListener listener) throws Exception {
    return server().filter(new TamboAuthFilter(listener), KEY_A).application(Resources.Mixed.class);
  }

  private static Filter breaking() {
    return (request, response, chain) ->
        chain.doFilter(
            new HttpServletRequestWrapper((HttpServletRequest) request) {
              @Override
              public Principal getUserPrincipal() {
                throw new IllegalStateException("the container fails");
              }
            },
            response);
  }

  private static Filter remembering() {
    return (request, response, chain) -> {
      HttpServletRequest http = (HttpServletRequest) request;
      http.setAttribute("before", http.getAttribute(TamboAuth.ATTRIBUTE));
      chain.doFilter(request, response);
    };
  }

  private static String messages(Throwable failure) {
    StringBuilder messages = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      messages.append(cause.getMessage()).append('\n');
    }
    return messages.toString();
  }
}
