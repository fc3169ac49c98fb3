package co.tambo.auth.jaxrs;

final class JerseyHeaderAttacksTest extends RestHeaderAttacks {

  JerseyHeaderAttacksTest() {
    super(RestRuntime.JERSEY);
  }
}
