package co.tambo.auth.jaxrs;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Configuration;
import java.util.List;

/** Finds the configuration of a REST application. */
final class AuthenticatorChoice {

  private AuthenticatorChoice() {}

  /**
   * Returns the authenticator of the application's own properties, else of the only deployed
   * filter, else of the context-params and the environment.
   *
   * @throws TamboConfigException when the configuration cannot be used, or several filters differ
   *     and no context-param says which to follow
   */
  static TamboAuthenticator in(ServletContext context, Configuration application) {
    ConfigSource own = Sources.properties(application);
    ConfigSource shared = Sources.contextParams(context);
    return KnownAuthenticators.in(context).with(config(context, own, shared));
  }

  private static TamboAuthConfig config(
      ServletContext context, ConfigSource own, ConfigSource shared) {
    if (!own.keys().isEmpty()) {
      return TamboAuthConfig.load(List.of(own, shared));
    }
    List<TamboAuthConfig> filters = DeployedFilters.configs(context);
    if (filters.size() == 1) {
      return filters.get(0);
    }
    if (filters.size() > 1 && shared.keys().isEmpty()) {
      throw new TamboConfigException(
          List.of(
              "the REST application could follow any of "
                  + filters.size()
                  + " TamboAuthFilters that differ; give it tambo.* properties of its own"
                  + " (Application.getProperties()) or tambo.* context-params"));
    }
    return TamboAuthConfig.load(List.of(shared));
  }
}
