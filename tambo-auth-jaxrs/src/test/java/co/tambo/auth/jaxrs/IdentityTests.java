package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.parts.Attack;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource sees of its caller, however it reads and answers. */
abstract class IdentityTests extends RestTest {

  private RestServer server = server();

  IdentityTests(RestRuntime runtime) {
    super(runtime);
  }

  @BeforeAll
  void deploy() throws Exception {
    server = started(Resources.Closed.class);
  }

  @AfterAll
  void undeploy() throws Exception {
    server.close();
  }

  @Test
  @Attack("C08")
  void securityContextIsTheUsers() throws Exception {
    assertEquals(
        "alice Bearer admin=true **=true *=false secure=false identified el=true kept=false",
        server.answer(as(get("me"), Caller.ADMIN)).body());
  }

  @Test
  void anonymousSecurityContextIsNobodys() throws Exception {
    try (RestServer optional =
        server()
            .contextParams(tokensAnd("tambo.access", "optional"))
            .application(Resources.Closed.class)
            .start()) {
      assertEquals(
          "- null admin=false **=false *=false secure=false unauthenticated el=true kept=false",
          optional.answer(get("me")).body());
    }
  }

  @Test
  void userKeyHasItsOwnScheme() throws Exception {
    try (RestServer keyed =
        server()
            .contextParams(Map.of("tambo.user-key", "header:X-User"))
            .application(Resources.Closed.class)
            .start()) {
      assertEquals(
          "bob TAMBO-USER-KEY admin=false **=true *=false secure=false identified el=true"
              + " kept=false",
          keyed.answer(get("me").header("X-User", "bob")).body());
    }
  }

  @Test
  void formStaysReadable() throws Exception {
    assertEquals(
        "a b",
        server
            .answer(
                as(request("POST", "ways/form"), Caller.ALICE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body("text=a+b"))
            .body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ways/suspended", "ways/stage"})
  void asynchronousMethodKnowsItsCaller(String path) throws Exception {
    assertEquals("alice", server.answer(as(get(path), Caller.ALICE)).body());
  }

  @Test
  void eventsAreStreamed() throws Exception {
    assertEquals(
        "data: alice\n\ndata: alice\n\n",
        server.answer(as(get("ways/events"), Caller.ALICE)).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ways/suspended", "ways/stage", "ways/events", "nowhere"})
  void nobodyIsRefused(String path) throws Exception {
    assertEquals(401, server.answer(get(path)).status());
  }
}
