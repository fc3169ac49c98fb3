package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.providers.Expansion.TokenCheck;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GitHubTest {

  @Test
  void checksTokensOfItsOwnClient() {
    assertEquals(
        new TokenCheck(
            "https://api.github.com/applications/client/token", "https://api.github.com/user"),
        Preset.GITHUB.expand(Judged.inputs(null, List.of())).tokenCheck());
  }

  @Test
  void enterpriseServerHasItsApiUnderAPath() {
    assertEquals(
        new TokenCheck(
            "https://idp.example/api/v3/applications/client/token",
            "https://idp.example/api/v3/user"),
        Judged.by(Preset.GITHUB).expansion().tokenCheck());
  }

  @Test
  void machineIsTold() {
    Judged github = Judged.by(Preset.GITHUB);
    assertNull(github.objection("type", "User"));
    assertNull(github.objection("sub", "1"));
    assertEquals(Rejection.MACHINE_TOKEN, github.objection("type", "Bot"));
    assertNull(Judged.by(Preset.GITHUB, Allowance.MACHINE_TOKENS).objection("type", "Bot"));
  }

  @Test
  void withoutAClientThereIsNoCheck() {
    assertNull(
        Preset.GITHUB
            .expand(new PresetInputs(null, List.of(), List.of(), List.of(), List.of(), Set.of()))
            .tokenCheck());
  }
}
