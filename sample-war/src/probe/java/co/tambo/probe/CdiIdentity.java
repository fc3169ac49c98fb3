package co.tambo.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What CDI injects for the caller. */
@ApplicationScoped
public class CdiIdentity {

  @Inject private RequestUser requestUser;
  @Inject private ApplicationUser applicationUser;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init") // injected
  public CdiIdentity() {}

  /** Returns the facts. */
  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("request", within(requestUser::facts));
    facts.put("application", within(applicationUser::facts));
    facts.put("caller", within(requestUser::callerName));
    return facts;
  }

  /** Returns nothing where the server has no request context, as after some dispatches. */
  private static <T> @Nullable T within(Supplier<@Nullable T> facts) {
    try {
      return facts.get();
    } catch (ContextNotActiveException noRequest) {
      return null;
    }
  }
}
