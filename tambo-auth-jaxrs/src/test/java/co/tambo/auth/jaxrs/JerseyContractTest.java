package co.tambo.auth.jaxrs;

final class JerseyContractTest extends RestContract {

  JerseyContractTest() {
    super(RestRuntime.JERSEY);
  }
}
