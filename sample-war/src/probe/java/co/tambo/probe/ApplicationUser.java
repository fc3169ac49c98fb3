package co.tambo.probe;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is injected into a bean that lives as long as the application. */
@ApplicationScoped
public class ApplicationUser {

  @Inject private TamboAuth auth;
  @Inject private TamboPrincipal principal;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init") // injected
  public ApplicationUser() {}

  /** Returns the facts. */
  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = TamboFacts.of(auth);
    facts.put("principal", principal.getName());
    return facts;
  }
}
