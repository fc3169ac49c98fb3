package co.tambo.auth.servlet;

import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.util.Map;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** One way to log in, for every request of an application. */
record CallerAuthConfig(String messageLayer, String appContext, ServerAuthContext login)
    implements ServerAuthConfig {

  @Override
  public ServerAuthContext getAuthContext(
      String id, @Nullable Subject service, @Nullable Map<String, Object> properties) {
    return login;
  }

  @Override
  public String getMessageLayer() {
    return messageLayer;
  }

  @Override
  public String getAppContext() {
    return appContext;
  }

  @Override
  public String getAuthContextID(MessageInfo message) {
    return appContext;
  }

  @Override
  public void refresh() {}

  @Override
  public boolean isProtected() {
    return true;
  }
}
