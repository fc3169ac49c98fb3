package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.contract.Container;
import co.tambo.auth.contract.PathAttacks;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.Visits;
import co.tambo.auth.parts.Attack;
import jakarta.servlet.ServletContainerInitializer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The REST feature of one runtime under attack by the request line. */
abstract class RestPathAttacks extends PathAttacks {

  private final RestRuntime runtime;

  RestPathAttacks(RestRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  protected ServletContainerInitializer application(Map<String, String> settings, Visits visits) {
    return RestSite.of(runtime, settings, visits);
  }

  /** The runtime itself answers OPTIONS. */
  @Override
  protected String preflightVisit() {
    return "none";
  }

  @Attack({"P18", "P19"})
  @ParameterizedTest
  @EnumSource
  void spellingIsRefusedToNobodyWhateverTheRuntimeMakesOfIt(Container container) throws Exception {
    for (String target :
        List.of("/app;v=1/me", "/app/me;v=/public/", "/app;v=/public/x", "/%61pp/me", "/app/me/")) {
      attack(container, site(container), RawRequest.get(target), "missing");
    }
    for (String target : List.of("/;a/app/me", "//app/me")) {
      attack(container, site(container), RawRequest.get(target), "missing 400 missing");
    }
    attack(container, site(container), RawRequest.get("/app%2fme"), "400 400 missing");
    attack(container, site(container), RawRequest.get("/public;v=1/x"), "missing");
  }

  @Attack("P19")
  @ParameterizedTest
  @EnumSource
  void tokenChangesNothingAboutWhereASpellingLeads(Container container) throws Exception {
    for (String target : List.of("//app/me", "/%61pp/me", "/app%2fme", "/app;v=1/me")) {
      RawRequest request = RawRequest.get(target);
      int nobody = site(container).send(request).status();
      site(container).visits().taken();
      int user = site(container).send(request.bearer(token())).status();
      List<String> visits = site(container).visits().taken();
      String said = container + " " + target + " " + nobody + " " + user + " " + visits;
      assertTrue(nobody == 400 ? user == 400 : nobody == 401, said);
      assertTrue(user == 200 || visits.isEmpty(), said);
      assertTrue(visits.stream().allMatch(visit -> visit.endsWith(" alice")), said);
    }
  }

  @Attack("P20")
  @ParameterizedTest
  @EnumSource
  void nobodyLearnsTheRoutes(Container container) throws Exception {
    for (RawRequest request :
        List.of(
            RawRequest.get("/nowhere/at/all"),
            RawRequest.of("DELETE", "/app/me"),
            RawRequest.of("OPTIONS", "/app/me"),
            RawRequest.of("OPTIONS", "/nowhere"),
            RawRequest.of("PATCH", "/nowhere"))) {
      attack(container, site(container), request, "missing");
      assertEquals(List.of(), site(container).send(request).values("Allow"));
    }
    RawRequest wrong = RawRequest.of("DELETE", "/app/me").bearer(token());
    assertEquals(405, site(container).send(wrong).status());
  }
}
