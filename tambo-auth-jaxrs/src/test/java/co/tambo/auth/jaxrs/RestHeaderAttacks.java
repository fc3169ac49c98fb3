package co.tambo.auth.jaxrs;

import co.tambo.auth.contract.HeaderAttacks;
import co.tambo.auth.contract.Visits;
import jakarta.servlet.ServletContainerInitializer;
import java.util.Map;

/** The REST feature of one runtime under attack by header fields. */
abstract class RestHeaderAttacks extends HeaderAttacks {

  private final RestRuntime runtime;

  RestHeaderAttacks(RestRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  protected ServletContainerInitializer application(Map<String, String> settings, Visits visits) {
    return RestSite.of(runtime, settings, visits);
  }
}
