package co.tambo.auth.jaxrs;

final class JerseyIdentityTest extends IdentityTests {

  JerseyIdentityTest() {
    super(RestRuntime.JERSEY);
  }
}
