package co.tambo.auth.jaxrs;

import org.junit.jupiter.api.Tag;

@Tag("resteasy")
final class ResteasyPathAttacksTest extends RestPathAttacks {

  ResteasyPathAttacksTest() {
    super(RestRuntime.RESTEASY);
  }

  /** RESTEasy decodes the path before any filter. */
  @Override
  protected String undecodable() {
    return "400";
  }
}
