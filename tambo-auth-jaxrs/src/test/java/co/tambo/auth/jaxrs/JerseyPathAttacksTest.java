package co.tambo.auth.jaxrs;

final class JerseyPathAttacksTest extends RestPathAttacks {

  JerseyPathAttacksTest() {
    super(RestRuntime.JERSEY);
  }
}
