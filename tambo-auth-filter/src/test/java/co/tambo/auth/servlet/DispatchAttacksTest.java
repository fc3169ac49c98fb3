package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.contract.Container;
import co.tambo.auth.contract.Deployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.contract.WebApplication;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attacks by dispatches, request attributes and files, on every container. */
class DispatchAttacksTest {

  private static final EnumSet<DispatcherType> EVERY = EnumSet.allOf(DispatcherType.class);
  private static final EnumSet<DispatcherType> REQUEST = EnumSet.of(DispatcherType.REQUEST);

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final String token = issuer.token("alice").text();
  private final List<String> visits = new CopyOnWriteArrayList<>();
  private final List<String> decisions = new CopyOnWriteArrayList<>();
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final Map<Container, Deployment> deployments = new EnumMap<>(Container.class);

  @AfterEach
  void close() throws IOException {
    for (Deployment deployment : deployments.values()) {
      deployment.close();
    }
    tambo.close();
    issuer.close();
    assertEquals(List.of(), defects);
  }

  private void deploy(Container container, EnumSet<DispatcherType> types) throws Exception {
    deploy(container, application(types));
  }

  private void deploy(Container container, WebApplication application) throws Exception {
    deployments.put(container, container.start(application.errorPage("/error")));
  }

  private WebApplication application(EnumSet<DispatcherType> types) {
    return WebApplication.of(
        (classes, context) -> {
          guard(context, "tambo", "/*", types);
          pages(context);
        });
  }

  private void guard(
      ServletContext context, String name, String pattern, EnumSet<DispatcherType> types) {
    TamboAuthListener listener =
        new TamboAuthListener() {
          @Override
          public void decided(Decided event) {
            decisions.add(event.state().status());
          }

          @Override
          public void defect(Throwable defect) {
            defects.add(defect);
          }
        };
    FilterRegistration.Dynamic filter = context.addFilter(name, new TamboAuthFilter(listener));
    filter.setAsyncSupported(true);
    filter.setInitParameters(
        Map.of(
            "tambo.issuer",
            issuer.issuer(),
            "tambo.audience",
            FakeIssuer.AUDIENCE,
            "tambo.exchange",
            "required",
            "tambo.url",
            tambo.url(),
            "tambo.api-key",
            tambo.apiKey(),
            "tambo.public-paths",
            "/public/*"));
    filter.addMappingForUrlPatterns(types, true, pattern);
  }

  private void pages(ServletContext context) {
    for (String part : List.of("/app", "/public")) {
      ServletSite.servlet(context, Page.servlet(this::me), part + "/me");
      ServletSite.servlet(
          context,
          Page.servlet((request, response) -> to(request).forward(request, response)),
          part + "/forward");
      ServletSite.servlet(
          context,
          Page.servlet((request, response) -> to(request).include(request, response)),
          part + "/include");
      ServletSite.servlet(context, Page.servlet(DispatchAttacksTest::async), part + "/async");
      ServletSite.servlet(context, Page.servlet(DispatchAttacksTest::fail), part + "/fail");
    }
    ServletSite.servlet(context, Page.servlet(this::checked), "/app/checked");
    ServletSite.servlet(context, Page.servlet(this::me), "/error");
  }

  private void me(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Principal caller = request.getUserPrincipal();
    String who = request.getDispatcherType() + " " + (caller == null ? "nobody" : caller.getName());
    visits.add(who);
    response.getWriter().write(who);
  }

  /** A page that does not rely on a filter having run. */
  private void checked(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (TamboAuth.of(request::getAttribute).isIdentified()) {
      me(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static RequestDispatcher to(HttpServletRequest request) {
    return request.getRequestDispatcher(request.getParameter("to"));
  }

  private static void async(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async =
        request.getParameter("wrapped") == null
            ? request.startAsync()
            : request.startAsync(request, response);
    async.dispatch(request.getParameter("to"));
  }

  private static void fail(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getParameter("by") == null) {
      response.sendError(HttpServletResponse.SC_GONE);
    } else {
      throw new ServletException("failed");
    }
  }

  private RawResponse nobody(Container container, String target) throws IOException {
    return send(container, RawRequest.get(target));
  }

  private RawResponse alice(Container container, String target) throws IOException {
    return send(container, RawRequest.get(target).bearer(token));
  }

  private RawResponse send(Container container, RawRequest request) throws IOException {
    visits.clear();
    decisions.clear();
    return RawResponse.to(request, deployments.get(container).port());
  }

  @Attack("D01")
  @ParameterizedTest
  @EnumSource
  void publicPageLeadsNobodyToAProtectedOne(Container container) throws Exception {
    deploy(container, EVERY);
    assertEquals(401, nobody(container, "/public/forward?to=/app/me").status());
    assertEquals(List.of(), visits);
    assertEquals(200, nobody(container, "/public/include?to=/app/me").status());
    assertEquals(List.of(), visits);
    assertEquals(401, nobody(container, "/public/async?to=/app/me").status());
    assertEquals(List.of(), visits);
    assertEquals(401, nobody(container, "/public/forward?to=/public/forward?to=/app/me").status());
    assertEquals(List.of(), visits);
    assertEquals("FORWARD alice", alice(container, "/public/forward?to=/app/me").body());
  }

  /** Mapped for REQUEST alone the filter does not run again; the page itself can still tell. */
  @Attack("D01")
  @ParameterizedTest
  @EnumSource
  void checkAtTheTargetHoldsWithoutAnyFilterOnTheWay(Container container) throws Exception {
    deploy(container, REQUEST);
    assertEquals(200, alice(container, "/app/checked").status());
    assertEquals(404, nobody(container, "/public/forward?to=/app/checked").status());
    assertEquals(List.of(), visits.stream().filter(who -> who.startsWith("FORWARD")).toList());
    assertEquals("FORWARD alice", alice(container, "/public/forward?to=/app/checked").body());
    assertThrows(IllegalStateException.class, () -> TamboAuth.of(name -> null));
  }

  @Attack({"D02", "D07"})
  @ParameterizedTest
  @EnumSource
  void userIsThereAfterAnAsynchronousDispatch(Container container) throws Exception {
    deploy(container, EVERY);
    for (String target :
        List.of(
            "/app/async?to=/app/me",
            "/app/async?to=/app/me&wrapped=1",
            "/public/async?to=/app/me",
            "/app/async?to=/app/checked")) {
      assertEquals("ASYNC alice", alice(container, target).body(), target);
      assertEquals(List.of("ASYNC alice"), visits);
      assertEquals(1, tambo.exchanges());
    }
    assertEquals("ASYNC nobody", nobody(container, "/public/async?to=/public/me").body());
  }

  /** The verdict is a request attribute too, so that it lasts where the wrapper is lost. */
  @Attack("D02")
  @ParameterizedTest
  @EnumSource
  void handleOutlivesTheWrapper(Container container) throws Exception {
    deploy(container, REQUEST);
    assertEquals(200, alice(container, "/app/async?to=/app/checked").status());
    assertEquals(1, visits.size());
  }

  @Attack("D03")
  @ParameterizedTest
  @EnumSource
  void errorPageSeesTheRightUserAndNothingIsDecidedAgain(Container container) throws Exception {
    deploy(container, EVERY);
    RawResponse gone = alice(container, "/app/fail");
    assertEquals(410, gone.status());
    assertEquals("ERROR alice", gone.body());
    assertEquals(1, decisions.size());
    RawResponse failed = alice(container, "/app/fail?by=exception");
    assertEquals(500, failed.status());
    assertEquals("ERROR alice", failed.body());
    assertEquals(List.of("ERROR alice"), visits);
    assertEquals("ERROR nobody", nobody(container, "/public/fail").body());
    assertEquals(1, tambo.exchanges());
  }

  @Attack("D03")
  @ParameterizedTest
  @EnumSource
  void errorPageWithoutTheFilterSeesNobodyAndNoOneElse(Container container) throws Exception {
    deploy(container, REQUEST);
    assertEquals(410, alice(container, "/app/fail").status());
    assertTrue(List.of("ERROR nobody", "ERROR alice").containsAll(visits), visits::toString);
    assertEquals(1, visits.size());
  }

  @Attack("D04")
  @ParameterizedTest
  @EnumSource
  void refusalStartsNoErrorPageAndNoExchange(Container container) throws Exception {
    deploy(container, EVERY);
    for (RawRequest request :
        List.of(RawRequest.get("/app/me"), RawRequest.get("/app/me").bearer("x"))) {
      RawResponse answer = send(container, request);
      assertEquals(401, answer.status());
      assertTrue(answer.body().contains("TAMBO-10"), answer::toString);
      assertEquals(List.of(), visits);
      assertEquals(1, decisions.size());
    }
    assertEquals(0, tambo.exchanges());
  }

  @Attack("D05")
  @ParameterizedTest
  @EnumSource
  void attributeOfOurNameIsBelievedOnlyIfItIsOurs(Container container) throws Exception {
    TamboAuth forged =
        (TamboAuth)
            Proxy.newProxyInstance(
                TamboAuth.class.getClassLoader(),
                new Class<?>[] {TamboAuth.class},
                (proxy, method, args) -> null);
    List<Object> values = new ArrayList<>(List.of("alice", forged, Map.of("name", "alice")));
    List<Object> next = new CopyOnWriteArrayList<>();
    Filter spoofing =
        (request, response, chain) -> {
          for (String name :
              List.of(TamboAuth.ATTRIBUTE, "tamboAuth", "co.tambo.auth.visit", "user", "token")) {
            request.setAttribute(name, next.get(0));
          }
          chain.doFilter(request, response);
        };
    WebApplication application =
        WebApplication.of(
            (classes, context) -> {
              ServletSite.filter(context, "spoofing", spoofing, "/*");
              guard(context, "tambo", "/*", REQUEST);
              pages(context);
            });
    deploy(container, application);
    for (Object value : values) {
      next.clear();
      next.add(value);
      assertEquals(401, nobody(container, "/app/me").status());
      assertEquals(List.of(), visits);
      assertEquals("REQUEST nobody", nobody(container, "/public/me").body());
      assertEquals("REQUEST alice", alice(container, "/app/me").body());
      assertThrows(IllegalStateException.class, () -> TamboAuth.of(name -> value));
    }
  }

  @Attack("D06")
  @ParameterizedTest
  @EnumSource
  void filterThatIsMappedTwiceDecidesAndExchangesOnce(Container container) throws Exception {
    WebApplication application =
        WebApplication.of(
            (classes, context) -> {
              guard(context, "tambo", "/*", EVERY);
              context
                  .getFilterRegistration("tambo")
                  .addMappingForUrlPatterns(EVERY, true, "/app/*");
              pages(context);
            });
    deploy(container, application);
    assertEquals("REQUEST alice", alice(container, "/app/me").body());
    assertEquals(List.of("identified"), decisions);
    assertEquals(1, tambo.exchanges());
  }

  /** Each of them is asked, and the second finds the first one's verdict. */
  @Attack("D06")
  @ParameterizedTest
  @EnumSource
  void twoFiltersVerifyAndExchangeOnce(Container container) throws Exception {
    WebApplication application =
        WebApplication.of(
            (classes, context) -> {
              guard(context, "first", "/*", EVERY);
              guard(context, "second", "/*", EVERY);
              pages(context);
            });
    deploy(container, application);
    assertEquals("REQUEST alice", alice(container, "/app/me").body());
    assertEquals(List.of("identified", "identified"), decisions);
    assertEquals(1, tambo.exchanges());
    assertEquals(401, nobody(container, "/app/me").status());
    assertEquals(1, decisions.size());
  }

  @Attack("D08")
  @ParameterizedTest
  @EnumSource
  void pathAttributesOfAnIncludeAreNotReadOnARequest(Container container) throws Exception {
    Filter spoofing =
        (request, response, chain) -> {
          for (String kind : List.of("include", "forward", "error", "async")) {
            request.setAttribute("jakarta.servlet." + kind + ".request_uri", "/public/me");
            request.setAttribute("jakarta.servlet." + kind + ".context_path", "");
            request.setAttribute("jakarta.servlet." + kind + ".servlet_path", "/public/me");
            request.setAttribute("jakarta.servlet." + kind + ".path_info", null);
          }
          chain.doFilter(request, response);
        };
    WebApplication application =
        WebApplication.of(
            (classes, context) -> {
              FilterRegistration.Dynamic front = context.addFilter("spoofing", spoofing);
              front.addMappingForUrlPatterns(REQUEST, true, "/*");
              guard(context, "tambo", "/*", EVERY);
              pages(context);
            });
    deploy(container, application);
    assertEquals(401, nobody(container, "/app/me").status());
    assertEquals(List.of(), visits);
    assertEquals(200, nobody(container, "/public/me").status());
  }

  @Attack("P17")
  @ParameterizedTest
  @EnumSource
  void filesWelcomePagesAndFoldersHaveTheVerdictOfTheirPath(
      Container container, @TempDir Path files) throws Exception {
    for (String folder : List.of("", "app/", "public/", "WEB-INF/", "META-INF/", "bare/")) {
      Files.createDirectories(files.resolve(folder));
      Files.writeString(files.resolve(folder + "secret.txt"), "canary");
      if (!folder.equals("bare/")) {
        Files.writeString(files.resolve(folder + "index.html"), "canary");
      }
    }
    WebApplication application =
        WebApplication.of((classes, context) -> guard(context, "tambo", "/*", EVERY)).files(files);
    deployments.put(container, container.start(application));
    for (String target :
        List.of(
            "/",
            "/index.html",
            "/secret.txt",
            "/app/",
            "/app",
            "/app/index.html",
            "/app/secret.txt",
            "/bare/",
            "/bare/secret.txt",
            "/public/../secret.txt",
            "/public/../app/",
            "/WEB-INF/secret.txt",
            "/WEB-INF/",
            "/META-INF/secret.txt",
            "/web-inf/secret.txt",
            "/public/../WEB-INF/secret.txt",
            "/public/%2e%2e/WEB-INF/secret.txt",
            "/public/..;/WEB-INF/secret.txt")) {
      RawResponse answer = nobody(container, target);
      assertTrue(
          answer.status() == 401 || containersOwn(container, target) == answer.status(),
          () -> container + " " + target + " " + answer);
      assertFalse(answer.body().contains("canary"), () -> container + " " + target);
    }
    for (String target : List.of("/public/secret.txt", "/public/index.html", "/public/")) {
      assertEquals("canary", nobody(container, target).body(), target);
    }
    for (String target : List.of("/", "/app/", "/app/secret.txt")) {
      assertEquals("canary", alice(container, target).body(), target);
    }
    for (String target : List.of("/WEB-INF/secret.txt", "/META-INF/secret.txt")) {
      assertEquals(404, alice(container, target).status(), target);
    }
  }

  /** Returns what a container answers before any filter; 0 where it does not. */
  private static int containersOwn(Container container, String target) {
    if (container == Container.JETTY && (target.contains("%") || target.contains(";"))) {
      return 400;
    }
    if (target.toUpperCase(Locale.ROOT).contains("-INF")) {
      return 404;
    }
    return container == Container.UNDERTOW && target.equals("/app") ? 302 : 0;
  }
}
