package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests through to a REST application that the configuration and the annotations
 * admit, and shows its resources who the Tambo user is: by {@code SecurityContext} and {@link
 * co.tambo.auth.TamboAuth}. The REST runtime discovers it (Jakarta REST section 4.1.2); there is
 * nothing to register.
 *
 * <p>Settings are the application's {@code tambo.*} properties, then context-params, then those of
 * the environment. Without properties of its own the feature takes the configuration of the only
 * deployed {@code TamboAuthFilter}, and shares its verdict on a request; with several differing
 * filters it needs context-params. A configuration that cannot be used stops the deployment.
 *
 * <p>{@link TamboAuthenticated}, {@code @PermitAll}, {@code @RolesAllowed} and {@code @DenyAll} on
 * a resource method or class win over {@code tambo.access} and the path lists. Requests that match
 * no method fall under {@code tambo.access} too. While a method is open, a request without a good
 * credential whose path could be that method's is matched before it is refused; only then can a
 * sub-resource locator with an overlapping path run for it.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public final class TamboAuthFeature implements Feature {

  @Context private @Nullable ServletContext servletContext;

  /** For the REST runtime. */
  public TamboAuthFeature() {}

  /**
   * Registers the filters, once however often it was discovered.
   *
   * @throws co.tambo.auth.TamboAuthConfig.TamboConfigException naming every problem
   */
  @Override
  public boolean configure(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    if (configuration.getRuntimeType() == RuntimeType.CLIENT
        || configuration.isRegistered(AccessFilter.class)) {
      return false;
    }
    ServletContext application = servletContext();
    register(context, AuthenticatorChoice.in(application, configuration));
    UndiscoveredFeature.isDiscovered(application);
    return true;
  }

  private ServletContext servletContext() {
    return Optional.ofNullable(servletContext)
        .or(StartedContexts::current)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "tambo-auth-jaxrs needs a REST runtime in a servlet container"));
  }

  private static void register(FeatureContext context, TamboAuthenticator authenticator) {
    OpenPaths openPaths = new OpenPaths();
    AccessFilter access = new AccessFilter(authenticator, openPaths);
    context.register(access);
    context.register(new MethodGuards(authenticator, access, openPaths));
    context.register(new PendingRefusalFilter());
    context.register(new TokenExceptionMapper(authenticator));
  }
}
