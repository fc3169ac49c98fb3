package co.tambo.auth.servlet;

import co.tambo.auth.SharedAuthenticators;
import co.tambo.auth.TamboAuthListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the declared logins of a web application from its start to its end. */
final class DeclaredLoginListener implements ServletContextListener {

  private final List<DeclaredLogin> logins;
  private final List<SharedAuthenticators.Use> uses = new CopyOnWriteArrayList<>();

  DeclaredLoginListener(List<DeclaredLogin> logins) {
    this.logins = logins;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    ContainerIdentity identity = ContainerIdentity.in(context);
    for (DeclaredLogin login : logins) {
      SharedAuthenticators.Use use =
          SharedAuthenticators.of(context::getAttribute, context::setAttribute)
              .use(login.config(), TamboAuthListener.logging());
      uses.add(use);
      identity.join(login.filter(), login.coverage(), use.authenticator());
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ContainerIdentity identity = ContainerIdentity.in(event.getServletContext());
    logins.forEach(login -> identity.leave(login.filter()));
    uses.forEach(SharedAuthenticators.Use::close);
  }
}
