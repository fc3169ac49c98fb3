package co.tambo.auth.jaxrs;

import org.junit.jupiter.api.Tag;

@Tag("resteasy")
final class ResteasyDeploymentTest extends DeploymentTests {

  ResteasyDeploymentTest() {
    super(RestRuntime.RESTEASY);
  }
}
