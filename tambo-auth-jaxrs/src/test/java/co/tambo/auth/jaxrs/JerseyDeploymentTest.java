package co.tambo.auth.jaxrs;

final class JerseyDeploymentTest extends DeploymentTests {

  JerseyDeploymentTest() {
    super(RestRuntime.JERSEY);
  }
}
