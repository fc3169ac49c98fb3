package co.tambo.auth.servlet;

import co.tambo.auth.contract.PathAttacks;
import co.tambo.auth.contract.Visits;
import jakarta.servlet.ServletContainerInitializer;
import java.util.Map;

/** The servlet filter under attack by the request line. */
class ServletPathAttacksTest extends PathAttacks {

  @Override
  protected ServletContainerInitializer application(Map<String, String> settings, Visits visits) {
    return ServletSite.of(settings, visits);
  }

  @Override
  protected String preflightVisit() {
    return "app:nobody";
  }
}
