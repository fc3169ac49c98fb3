package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

  @ParameterizedTest
  @CsvSource({
    "GOOGLE, TENANT CLIENT_ID",
    "ENTRA, TENANT CLIENT_ID",
    "AUTH0, DOMAIN TENANT",
    "CLERK, DOMAIN TENANT CLIENT_ID",
    "FIREBASE, TENANT",
    "SUPABASE, DOMAIN",
    "NEON, DOMAIN TENANT CLIENT_ID",
    "WORKOS, DOMAIN TENANT CLIENT_ID SESSION_SECRET",
    "BETTER_AUTH, DOMAIN",
    "AUTHJS, TENANT CLIENT_ID SESSION_SECRET",
    "GITHUB, DOMAIN CLIENT_ID",
    "KEYCLOAK, TENANT",
    "OKTA, DOMAIN CLIENT_ID",
    "COGNITO, TENANT CLIENT_ID"
  })
  void presetTakesWhatItHasAUseFor(Preset preset, String inputs) {
    List<String> taken =
        Arrays.stream(Preset.Input.values()).filter(preset::takes).map(Enum::name).toList();
    assertEquals(List.of(inputs.split(" ")), taken);
  }

  @ParameterizedTest
  @EnumSource
  void presetSaysWhatItNeeds(Preset preset) {
    Expansion expansion = preset.expand(Judged.inputs(null, List.of()));
    assertTrue(expansion.needs().startsWith("set tambo."), expansion.needs());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COGNITO", "ENTRA", "GITHUB"})
  void tenantsAreAccepted(Preset preset) {
    List<String> tenants = List.of("acme");
    assertEquals(tenants, preset.expand(Judged.inputs("idp.example", tenants)).tenants());
    assertEquals(tenants, preset.expand(Judged.inputs(null, tenants)).tenants());
  }

  @Test
  void noPresetImpliesTheTenantsAlone() {
    Expansion none = Expansion.none(List.of("acme"));
    assertEquals(List.of("acme"), none.tenants());
    assertEquals("", none.needs());
    assertEquals(List.of(), none.issuers());
  }
}
