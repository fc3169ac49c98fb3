package co.tambo.probe;

import jakarta.ejb.EJBAccessException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way into the EJB container; loaded only where there is one. */
final class EjbFacts {

  private EjbFacts() {}

  static Map<String, @Nullable Object> of(Object found) {
    IdentityEjb ejb = (IdentityEjb) found;
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("caller", ejb.caller());
    facts.put("admin", ejb.isAdmin());
    facts.put("administration", administration(ejb));
    return facts;
  }

  private static String administration(IdentityEjb ejb) {
    try {
      ejb.administrate();
      return "ok";
    } catch (EJBAccessException denied) {
      return "denied";
    }
  }
}
