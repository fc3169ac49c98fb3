package co.tambo.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Jakarta Security says of the caller. */
@ApplicationScoped
public class SecurityIdentity {

  @Inject private Instance<SecurityContext> contexts;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init") // injected
  public SecurityIdentity() {}

  /** Returns the facts; null where the server knows no such context for this application. */
  public @Nullable Map<String, @Nullable Object> facts() {
    if (contexts.isUnsatisfied()) {
      return null;
    }
    try {
      return facts(contexts.get());
    } catch (NullPointerException noPolicyContext) {
      return null; // GlassFish, after an ASYNC dispatch and after a logout
    }
  }

  private static Map<String, @Nullable Object> facts(SecurityContext context) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("caller", Who.name(context.getCallerPrincipal()));
    facts.put("admin", context.isCallerInRole("admin"));
    return facts;
  }
}
