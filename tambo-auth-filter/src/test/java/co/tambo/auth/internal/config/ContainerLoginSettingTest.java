package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerLoginSettingTest {

  @Test
  void containersOwnLoginCannotStandBesideIt() {
    List<String> problems =
        Reading.problems("tambo.user-key", "principal", "tambo.container-login", "true");
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("tambo.container-login=true"), problems::toString);
    assertTrue(problems.get(0).contains("tambo.user-key=principal"), problems::toString);
  }

  @ParameterizedTest
  @CsvSource({"tambo.user-token, true, 1", "tambo.user-key, true, 1", "tambo.user-key, false, 0"})
  void attributeComesTooLateForIt(String key, String login, long warnings) {
    Policy policy = Reading.withToken(key, "attribute:a", "tambo.container-login", login);
    assertEquals(warnings, Reading.codes(policy).stream().filter("TAMBO-940"::equals).count());
  }

  @Test
  void descriptionSaysIt() {
    String description = Reading.withToken("tambo.container-login", "true").description();
    assertTrue(description.contains("container login: true"), description);
  }
}
