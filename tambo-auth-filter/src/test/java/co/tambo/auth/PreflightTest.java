package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

  private final List<TamboAuthWarning> warnings = new ArrayList<>();
  private final TamboAuthListener listener =
      new TamboAuthListener() {
        @Override
        public void warned(TamboAuthWarning warning) {
          warnings.add(warning);
        }
      };
  private final Preflight passing = new Preflight(true, listener);

  private static FakeRequest preflight(String method) {
    return FakeRequest.of(method, "/x")
        .header("Origin", "https://app.example")
        .header("Access-Control-Request-Method", "PUT");
  }

  @Test
  void preflightPassesOnlyWhereThatIsSet() {
    assertTrue(passing.passes(preflight("OPTIONS")));
    assertFalse(new Preflight(false, listener).passes(preflight("OPTIONS")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "TRACE", "options", "OPTIONSX"})
  void anotherMethodIsNoPreflight(String method) {
    assertFalse(passing.passes(preflight(method)));
  }

  @Test
  void preflightHasBothHeaders() {
    assertFalse(passing.passes(FakeRequest.of("OPTIONS", "/x")));
    assertFalse(passing.passes(FakeRequest.of("OPTIONS", "/x").header("Origin", "https://a")));
    assertFalse(
        passing.passes(
            FakeRequest.of("OPTIONS", "/x").header("Access-Control-Request-Method", "PUT")));
  }

  @Test
  void settingIsNamedForTheFirstPreflightThatIsRefused() {
    Preflight refusing = new Preflight(false, listener);
    refusing.refused(FakeRequest.of("OPTIONS", "/x"));
    assertEquals(List.of(), warnings);
    refusing.refused(preflight("OPTIONS"));
    assertEquals(1, warnings.size());
    refusing.refused(preflight("OPTIONS"));
    assertEquals(1, warnings.size());
  }
}
