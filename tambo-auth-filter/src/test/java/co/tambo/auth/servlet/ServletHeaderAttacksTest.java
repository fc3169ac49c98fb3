package co.tambo.auth.servlet;

import co.tambo.auth.contract.HeaderAttacks;
import co.tambo.auth.contract.Visits;
import jakarta.servlet.ServletContainerInitializer;
import java.util.Map;

/** The servlet filter under attack by header fields. */
class ServletHeaderAttacksTest extends HeaderAttacks {

  @Override
  protected ServletContainerInitializer application(Map<String, String> settings, Visits visits) {
    return ServletSite.of(settings, visits);
  }
}
