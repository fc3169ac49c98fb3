package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleTest {

  private final Judged google = Judged.by(Preset.GOOGLE);

  @Test
  void bothSpellingsOfTheIssuerShareTheKeys() {
    assertEquals(
        List.of("https://accounts.google.com", "accounts.google.com"),
        google.expansion().issuers());
    assertEquals(
        Map.of(
            "https://accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs",
            "accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs"),
        google.expansion().keySets());
  }

  @Test
  void clientIsTheAudienceAndWorkspaceDomainTheTenant() {
    Judged workspace = Judged.by(Preset.GOOGLE, Judged.inputs(null, List.of("example.com")));
    assertEquals(List.of("client"), workspace.expansion().audiences());
    assertEquals(List.of("example.com"), workspace.expansion().tenants());
    assertEquals(List.of(JwsAlgorithm.RS256), workspace.expansion().algorithms());
    assertEquals("acme.example", google.user("hd", "acme.example").tenant());
  }

  @ParameterizedTest
  @CsvSource({
    "client, ada, ada@gmail.com, ",
    "1234, 1234, ada@gmail.com, MACHINE_TOKEN",
    "client, 1234, job@x.iam.gserviceaccount.com, MACHINE_TOKEN",
    "client, 1234, job@developer.gserviceaccount.com, MACHINE_TOKEN",
    "client, 1234, gserviceaccount.com@x.example, "
  })
  void serviceAccountIsTold(String party, String sub, String email, @Nullable Rejection expected) {
    assertEquals(expected, google.objection("azp", party, "sub", sub, "email", email));
    assertNull(
        Judged.by(Preset.GOOGLE, Allowance.MACHINE_TOKENS)
            .objection("azp", party, "sub", sub, "email", email));
  }

  @Test
  void partyAndAddressMayBeMissing() {
    assertNull(google.objection("sub", "1234"));
  }
}
