package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches what, where some methods are open. */
abstract class AccessTests extends RestTest {

  private RestServer server = server();

  AccessTests(RestRuntime runtime) {
    super(runtime);
  }

  @BeforeAll
  void deploy() throws Exception {
    server = started(Resources.Mixed.class);
  }

  @AfterAll
  void undeploy() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "me, NOBODY, 401",
    "me, FORGER, 401",
    "me, ALICE, 200",
    "rules/class, NOBODY, 200",
    "rules/class, FORGER, 200",
    "rules/class, ALICE, 200",
    "rules/permitted, NOBODY, 200",
    "rules/permitted, FORGER, 200",
    "rules/permitted, ALICE, 200",
    "rules/optional, NOBODY, 200",
    "rules/optional, FORGER, 401",
    "rules/optional, ALICE, 200",
    "rules/item/1, NOBODY, 200",
    "rules/item/1, FORGER, 401",
    "rules/required, NOBODY, 401",
    "rules/required, FORGER, 401",
    "rules/required, ALICE, 200",
    "rules/admin, NOBODY, 401",
    "rules/admin, ALICE, 403",
    "rules/admin, ADMIN, 200",
    "rules/anybody, NOBODY, 401",
    "rules/anybody, ALICE, 200",
    "rules/scoped, NOBODY, 401",
    "rules/scoped, ALICE, 403",
    "rules/scoped, HALF_SCOPED, 403",
    "rules/scoped, SCOPED, 200",
    "rules/denied, NOBODY, 401",
    "rules/denied, ADMIN, 403",
    "nobody, NOBODY, 401",
    "nobody, ADMIN, 403",
    "located/sub/open, NOBODY, 401",
    "located/sub/open, ALICE, 200",
    "located/sub/admin, NOBODY, 401",
    "located/sub/admin, ALICE, 403",
    "located/sub/admin, ADMIN, 200",
    "rules/number/7, NOBODY, 200",
    "rules/number/seven, NOBODY, 401",
    "rules/number/seven, ALICE, 404",
    "overlap/other, NOBODY, 200",
    "overlap/sub/open, NOBODY, 401",
    "overlap/sub/open, ALICE, 200",
    "overlap/sub/nowhere, NOBODY, 401",
    "overlap/sub/admin, ALICE, 403",
  })
  void nearestAnnotationDecides(String path, Caller caller, int status) throws Exception {
    RawResponse answer = server.answer(as(get(path), caller));
    assertEquals(status, answer.status(), answer::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "rules/permitted, FORGER, -", "rules/permitted, ALICE, alice", "rules/optional, NOBODY, -",
    "rules/optional, ALICE, alice", "rules/admin, ADMIN, alice", "rules/class, ALICE, alice"
  })
  void resourceSeesItsCaller(String path, Caller caller, String name) throws Exception {
    assertEquals(name, server.answer(as(get(path), caller)).body());
  }

  @Test
  void scopesAreNamedInTheChallenge() throws Exception {
    assertEquals(
        List.of(
            "Bearer realm=\"tambo\", error=\"insufficient_scope\","
                + " scope=\"threads:read threads:write\""),
        server.answer(as(get("rules/scoped"), Caller.ALICE)).values("WWW-Authenticate"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, nowhere",
    "GET, me/nowhere",
    "DELETE, me",
    "OPTIONS, me",
    "OPTIONS, nowhere",
    "GET, rules/nowhere",
    "POST, rules/permitted",
    "OPTIONS, rules/permitted",
    "GET, rules/item/1/2",
    "GET, rules/item",
    "FOO, me",
    "get, me",
    "FOO, rules/permitted",
    "GET, located/sub/nowhere",
    "GET, rules/",
    "GET, ''",
    "PUT, ways/form",
    "TRACE, nowhere"
  })
  void nobodyLearnsTheRoutes(String method, String path) throws Exception {
    RawResponse answer = server.answer(request(method, path));
    RawResponse protectedAnswer = server.answer(get("me"));
    assertEquals(401, answer.status(), answer::toString);
    assertEquals(protectedAnswer.body(), answer.body());
    assertEquals(List.of(), answer.values("Allow"));
    assertEquals(protectedAnswer.values("WWW-Authenticate"), answer.values("WWW-Authenticate"));
  }

  @ParameterizedTest
  @CsvSource({"GET, nowhere, 404", "DELETE, me, 405", "OPTIONS, me, 200", "HEAD, me, 200"})
  void userLearnsTheRoutes(String method, String path, int status) throws Exception {
    assertEquals(status, server.answer(as(request(method, path), Caller.ALICE)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me;v=1",
        "me;v=/rules/permitted",
        ";a/me",
        "rules/permitted;x/../../me",
        "rules;x=1/required",
        "/me",
        "rules//required",
        "%6de",
        "rules%2frequired",
        "me/",
        "./me",
        "rules/../me",
        "rules/permitted/..;/../me",
        "rules;v=/admin"
      })
  void spellingOpensNothing(String path) throws Exception {
    int status = server.answer(get(path)).status();
    assertTrue(status == 401 || status == 400, () -> path + " " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules/permitted;v=1", "rules;v=1/permitted", "rules/permitted/"})
  void matrixParameterClosesNoOpenMethod(String path) throws Exception {
    assertEquals(200, server.answer(get(path)).status());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, rules/required, GET",
    "POST, rules/permitted, GET",
    "GET, rules/required, OPTIONS",
    "OPTIONS, rules/permitted, GET",
    "GET, me, OPTIONS"
  })
  void methodOverrideOpensNothing(String method, String path, String override) throws Exception {
    RawRequest request = request(method, path).header("X-HTTP-Method-Override", override);
    assertEquals(401, server.answer(request).status());
  }

  @Test
  void locatorDoesNotRunForNobody() throws Exception {
    try (RestServer fresh = started(Resources.Mixed.class)) {
      fresh.answer(get("located/sub/open"));
      assertNull(fresh.attribute("located"));
      fresh.answer(as(get("located/sub/open"), Caller.ALICE));
      assertNotNull(fresh.attribute("located"));
    }
  }

  @Test
  void headOfARefusalHasNoBody() throws Exception {
    RawResponse answer = server.answer(request("HEAD", "me"));
    assertEquals(401, answer.status());
    assertEquals("", answer.body());
  }

  @Test
  void refusalIsAProblemThatNobodyStores() throws Exception {
    RawResponse answer = server.answer(get("me"));
    assertEquals(List.of("application/problem+json"), answer.values("Content-Type"));
    assertEquals(List.of("no-store"), answer.values("Cache-Control"));
    assertEquals(List.of("Bearer realm=\"tambo\""), answer.values("WWW-Authenticate"));
    assertFalse(answer.body().isEmpty());
  }

  @Test
  void uncaughtTokenFailureIsItsAnswer() throws Exception {
    RawResponse answer = server.answer(as(get("me/token"), Caller.ALICE));
    assertEquals(500, answer.status());
    assertTrue(answer.body().contains("TAMBO-303"), answer::toString);
  }

  @Test
  void lateTokenFailureIsItsAnswer() throws Exception {
    RawResponse answer = server.answer(as(get("ways/late-token"), Caller.ALICE));
    assertEquals(500, answer.status());
    assertTrue(answer.body().contains("TAMBO-303"), answer::toString);
  }
}
