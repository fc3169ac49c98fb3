package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeTambo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user as the container's own caller, in a container that has Jakarta Authentication. */
class ContainerIdentityTest {

  private static final String ALICE = "UserPrincipal alice Bearer reader=true";

  @TempDir private Path folder;
  private TomcatSite site;
  private Context app;

  @BeforeEach
  void prepare() {
    site = new TomcatSite(folder);
    app = site.application("/app");
  }

  @AfterEach
  void stop() throws LifecycleException {
    site.close();
  }

  private void start() throws LifecycleException {
    TomcatSite.declare(app, "/*", site.login());
    site.start();
  }

  @Test
  void userIsTheContainersCallerWithTheSameAnswers() throws Exception {
    start();
    assertEquals(ALICE + " | " + ALICE, site.as("alice", "/app/me").body());
  }

  @Test
  void nextRequestStartsAsNobody() throws Exception {
    start();
    site.as("alice", "/app/me");
    assertEquals("nobody | nobody", site.nobody("/app/public/me").body());
  }

  @ParameterizedTest
  @CsvSource({"/app/me", "/app/must/me", "/app/public/authenticate"})
  void nobodyIsChallengedByUs(String target) throws Exception {
    start();
    RawResponse answer = site.nobody(target);
    assertEquals(401, answer.status());
    assertEquals(List.of("Bearer realm=\"tambo\""), answer.values("WWW-Authenticate"));
    assertTrue(answer.body().contains("TAMBO-100"), answer::toString);
  }

  @ParameterizedTest
  @CsvSource({"/app/me", "/app/must/me"})
  void badTokenIsRefusedByUs(String target) throws Exception {
    start();
    RawResponse answer = site.send(RawRequest.get(target).bearer("x.y.z"));
    assertEquals(401, answer.status());
    assertTrue(answer.body().contains("TAMBO-101"), answer::toString);
  }

  @ParameterizedTest
  @CsvSource({"/app/me", "/app/must/me"})
  void conflictIsRefusedByUs(String target) throws Exception {
    start();
    assertEquals(400, site.send(RawRequest.get(target).bearer("a").bearer("b")).status());
  }

  @Test
  void constraintOfTheContainerHoldsForTheUsersRoles() throws Exception {
    start();
    assertEquals(200, site.as("alice", "/app/must/me").status());
    String token = site.issuer().token("bob").text();
    assertEquals(403, site.send(RawRequest.get("/app/must/me").bearer(token)).status());
  }

  @Test
  void logoutLeavesNobodyAnywhere() throws Exception {
    start();
    String body = site.as("alice", "/app/public/logout").body();
    assertTrue(body.startsWith("nobody | nobody"), body);
  }

  @Test
  void requestThatNoFilterCoversIsNobodys() throws Exception {
    TomcatSite.declare(app, "/api/*", site.login());
    site.start();
    assertEquals("nobody | nobody", site.as("alice", "/app/me").body());
    assertEquals(ALICE + " | " + ALICE, site.as("alice", "/app/api/me").body());
  }

  @Test
  void constraintThatNoFilterCoversStaysShut() throws Exception {
    TomcatSite.declare(app, "/api/*", site.login());
    site.start();
    RawResponse answer = site.as("alice", "/app/must/me");
    assertTrue(answer.status() >= 400, answer::toString);
  }

  @Test
  void closestFilterMakesTheCaller() throws Exception {
    TomcatSite.declare(app, "/*", site.login());
    TomcatSite.declare(app, "/api/*", site.login("tambo.name-claim", "iss"));
    site.start();
    String issuer = site.issuer().issuer();
    String body = site.as("alice", "/app/api/me").body();
    assertTrue(body.contains("| UserPrincipal " + issuer + " Bearer"), body);
  }

  @Test
  @Attack("L08")
  void applicationsSideBySideHaveEachTheirOwn() throws Exception {
    Context other = site.application("/other");
    TomcatSite.declare(other, "/*", site.login("tambo.name-claim", "iss"));
    TomcatSite.declare(
        site.application("/plain"), "/*", site.login("tambo.container-login", "false"));
    start();
    String name = site.issuer().issuer();
    String caller = "UserPrincipal " + name + " Bearer reader=true";
    assertEquals(ALICE + " | " + ALICE, site.as("alice", "/app/me").body());
    assertEquals(caller + " | " + caller, site.as("alice", "/other/me").body());
    assertTrue(site.as("alice", "/plain/me").body().startsWith(ALICE + " | nobody"));
  }

  @Test
  @Attack("L03")
  void undeploymentLeavesNothingBehind() throws Exception {
    start();
    assertNotNull(site.registered("/app"));
    app.stop();
    assertNull(site.registered("/app"));
  }

  @Test
  void applicationWithoutAFilterHasThatOfItsContextParams() throws Exception {
    site.login().forEach(app::addParameter);
    site.start();
    assertEquals(ALICE + " | " + ALICE, site.as("alice", "/app/me").body());
    app.stop();
    assertNull(site.registered("/app"));
  }

  @Test
  void filterThatWasMadeWithAConfigurationJoinsWhenItStarts() throws Exception {
    Told told = new Told();
    TamboAuthConfig config = TamboAuthConfig.of(site.login());
    TomcatSite.map(app, TomcatSite.filter("made", new TamboAuthFilter(config, told)), "/*");
    site.start();
    assertEquals(ALICE + " | " + ALICE, site.as("alice", "/app/me").body());
    assertEquals(List.of("identified"), told.states);
    app.stop();
    assertNull(site.registered("/app"));
  }

  @Test
  void filterThatWasMadeOtherwiseThanDeclaredIsFollowed() throws Exception {
    site.login().forEach(app::addParameter);
    Map<String, String> without = site.login("tambo.container-login", "false");
    TamboAuthConfig config = TamboAuthConfig.of(without);
    TomcatSite.map(app, TomcatSite.filter("made", new TamboAuthFilter(config, new Told())), "/*");
    site.start();
    String body = site.as("alice", "/app/me").body();
    assertTrue(body.startsWith(ALICE + " | nobody"), body);
  }

  @Test
  void requiredExchangeIsWaitedForOnce() throws Exception {
    try (FakeTambo tambo = FakeTambo.trusting(site.issuer())) {
      TomcatSite.declare(
          app,
          "/*",
          site.login(
              "tambo.url", tambo.url(),
              "tambo.api-key", tambo.apiKey(),
              "tambo.exchange", "required"));
      site.start();
      assertEquals(ALICE + " | " + ALICE, site.as("alice", "/app/me").body());
      assertEquals(1, tambo.exchanges());
    }
  }

  @Test
  void requiredExchangeThatFailsIsAnsweredByTheFilter() throws Exception {
    try (FakeTambo tambo = FakeTambo.trusting(site.issuer())) {
      TomcatSite.declare(
          app,
          "/*",
          site.login(
              "tambo.url",
              tambo.url(),
              "tambo.api-key",
              "tambo_wrong",
              "tambo.exchange",
              "required"));
      site.start();
      assertEquals(500, site.as("alice", "/app/me").status());
      assertEquals(500, site.as("alice", "/app/must/me").status());
    }
  }

  private static final class Told implements TamboAuthListener {

    private final List<String> states = new CopyOnWriteArrayList<>();

    @Override
    public void decided(Decided event) {
      states.add(event.state().status());
    }
  }
}
