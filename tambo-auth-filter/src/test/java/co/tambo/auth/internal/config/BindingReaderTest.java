package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BindingReaderTest {

  @Test
  void audienceCannotBeLeftOut() {
    assertTrue(
        Reading.problems("tambo.issuer", "https://idp.example")
            .get(0)
            .startsWith("tambo.audience is missing"));
  }

  @Test
  void audienceCanBeLeftOutWithAuthorizedParties() {
    ProviderSettings provider =
        Reading.of("tambo.issuer", "https://i.example", "tambo.authorized-parties", "a, b")
            .providers()
            .get(0);
    assertEquals(Set.of(), provider.audiences());
    assertEquals(Set.of("a", "b"), provider.authorizedParties());
  }

  @Test
  void audienceCanBeTurnedOffAloud() {
    Policy policy = Reading.withToken("tambo.audience", "none");
    assertEquals(Set.of(), policy.providers().get(0).audiences());
    assertEquals(List.of("TAMBO-903"), Reading.codes(policy));
  }

  @Test
  void audienceTurnedOffBesideAuthorizedPartiesIsNoWarning() {
    Policy policy = Reading.withToken("tambo.audience", "none", "tambo.authorized-parties", "a");
    assertEquals(List.of(), policy.warnings());
  }

  @Test
  void audienceIsNotTurnedOffByAWordAmongOthers() {
    assertTrue(Reading.problemWithToken("tambo.audience", "api,none").contains("alone"));
  }
}
