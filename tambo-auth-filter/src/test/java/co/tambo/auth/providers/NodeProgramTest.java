package co.tambo.auth.providers;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
class NodeProgramTest {

  @Test
  void programThatEndsBeforeItIsReadyIsShownWithWhatItSaid() {
    NodeProgram.needed("program");
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> NodeProgram.start("nowhere", Map.of()));

    assertTrue(e.getMessage().contains("Cannot find module"), e.getMessage());
  }

  @Test
  void closedProgramServesNoMore() throws Exception {
    NodeProgram program = NodeProgram.start("oidc-provider", Map.of());
    String discovery = program.origin() + "/.well-known/openid-configuration";
    assertTrue(new Browser().get(discovery).body().contains(program.origin()));

    program.close();

    assertThrows(ConnectException.class, () -> new Browser().get(discovery));
  }
}
