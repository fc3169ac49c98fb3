package co.tambo.auth.jaxrs;

final class JerseyAccessTest extends AccessTests {

  JerseyAccessTest() {
    super(RestRuntime.JERSEY);
  }
}
