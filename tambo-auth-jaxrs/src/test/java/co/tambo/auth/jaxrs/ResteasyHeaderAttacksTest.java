package co.tambo.auth.jaxrs;

import org.junit.jupiter.api.Tag;

@Tag("resteasy")
final class ResteasyHeaderAttacksTest extends RestHeaderAttacks {

  ResteasyHeaderAttacksTest() {
    super(RestRuntime.RESTEASY);
  }
}
