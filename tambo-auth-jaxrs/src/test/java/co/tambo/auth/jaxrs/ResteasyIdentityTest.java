package co.tambo.auth.jaxrs;

import org.junit.jupiter.api.Tag;

@Tag("resteasy")
final class ResteasyIdentityTest extends IdentityTests {

  ResteasyIdentityTest() {
    super(RestRuntime.RESTEASY);
  }
}
