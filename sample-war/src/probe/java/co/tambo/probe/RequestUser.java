package co.tambo.probe;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is injected into a bean that lives as long as the request. */
@RequestScoped
public class RequestUser {

  @Inject private TamboAuth auth;
  @Inject private TamboPrincipal principal;
  @Inject private Principal caller;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init") // injected
  public RequestUser() {}

  /** Returns the facts. */
  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = TamboFacts.of(auth);
    facts.put("principal", principal.getName());
    return facts;
  }

  /**
   * Returns the name of the container's own caller. What is injected is a proxy, and what is behind
   * it may be nobody.
   */
  public @Nullable String callerName() {
    try {
      return caller == null ? null : caller.getName();
    } catch (RuntimeException nobody) {
      return null;
    }
  }
}
