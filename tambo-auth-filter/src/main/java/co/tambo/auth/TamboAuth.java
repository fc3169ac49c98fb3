package co.tambo.auth;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request's handle on its Tambo user. Thread-safe. Made only by this library; in JSP EL it is
 * {@code tamboAuth}.
 */
public interface TamboAuth {

  /** The request attribute under which the handle travels. */
  String ATTRIBUTE = "co.tambo.auth.TamboAuth";

  /**
   * Returns the handle of the current request: {@code TamboAuth.of(request::getAttribute)} in a
   * servlet, {@code TamboAuth.of(context::getProperty)} in a JAX-RS filter.
   *
   * @throws IllegalStateException when no Tambo filter has run for this request
   */
  static TamboAuth of(Function<String, @Nullable Object> attributes) {
    if (attributes.apply(ATTRIBUTE) instanceof RequestAuth auth) {
      return auth;
    }
    throw new IllegalStateException(
        "no Tambo filter has run for this request; map TamboAuthFilter to its path");
  }

  /** Returns what the request is known to be. */
  TamboAuthState state();

  /** Returns the user, empty when the request is anonymous. */
  Optional<TamboPrincipal> principal();

  /**
   * Returns the user's Tambo token, exchanging the user token when needed. Waits up to {@code
   * tambo.exchange.timeout}.
   *
   * @throws TamboTokenException when there is no user token or no API key, on a refusal and on an
   *     outage
   */
  TamboToken tamboToken();

  /** Returns requests to Tambo's API that carry this user's identity. */
  TamboRequests requests();

  /**
   * Returns whether the user has a role: any user has {@code **}, nobody has {@code *} (Jakarta
   * Servlet section 13.3).
   */
  default boolean isUserInRole(String role) {
    return principal()
        .map(user -> role.equals("**") || (!role.equals("*") && user.roles().contains(role)))
        .orElse(false);
  }

  /** Returns whether the user is known; for JSP EL. */
  default boolean isIdentified() {
    return principal().isPresent();
  }

  /** Returns the user's name, null when anonymous; for JSP EL. */
  default @Nullable String getName() {
    return principal().map(TamboPrincipal::getName).orElse(null);
  }

  /** Returns the state's word; for JSP EL. */
  default String getStatus() {
    return state().status();
  }
}
