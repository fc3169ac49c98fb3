package co.tambo.auth.servlet;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.servlet.ServletContext;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/**
 * What the container asks for its way to log in to one web application (Jakarta Authentication).
 */
record CallerAuthProvider(ContainerIdentity identity) implements AuthConfigProvider {

  private static final String LAYER = "HttpServlet";
  private static final String DESCRIPTION = "tambo-auth";

  /**
   * Registers an application's login with the container.
   *
   * @return what ends it
   * @throws IllegalStateException when the container has no Jakarta Authentication
   */
  static Runnable register(ServletContext context, ContainerIdentity identity) {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    if (factory == null) {
      throw new IllegalStateException("no AuthConfigFactory");
    }
    String application = context.getVirtualServerName() + " " + context.getContextPath();
    AuthConfigProvider provider = new CallerAuthProvider(identity);
    String id = factory.registerConfigProvider(provider, LAYER, application, DESCRIPTION);
    return () -> {
      if (factory.getConfigProvider(LAYER, application, null) == provider) {
        factory.removeRegistration(id);
      }
    };
  }

  @Override
  public ServerAuthConfig getServerAuthConfig(
      String layer, String appContext, CallbackHandler handler) {
    return new CallerAuthConfig(layer, appContext, new CallerAuthContext(identity, handler));
  }

  @Override
  public @Nullable ClientAuthConfig getClientAuthConfig(
      String layer, String appContext, CallbackHandler handler) {
    return null;
  }

  @Override
  public void refresh() {}
}
