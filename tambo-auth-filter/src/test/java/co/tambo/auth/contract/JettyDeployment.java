package co.tambo.auth.contract;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An embedded Jetty on a free port of 127.0.0.1. */
public final class JettyDeployment implements Deployment {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  private JettyDeployment(ServletContextHandler context) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
  }

  /** Starts a web application at the root, with {@link FrontFilter} in front of everything. */
  public static JettyDeployment start(Consumer<ServletContextHandler> application)
      throws Exception {
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.addFilter(new FrontFilter(), "/*", EnumSet.of(DispatcherType.REQUEST));
    application.accept(context);
    JettyDeployment deployment = new JettyDeployment(context);
    deployment.server.start();
    return deployment;
  }

  /** Starts a web application with nothing in front of it. */
  static JettyDeployment start(WebApplication application) throws Exception {
    ServletContextHandler context =
        new ServletContextHandler(
            application.contextPath().isEmpty() ? "/" : application.contextPath(),
            ServletContextHandler.SESSIONS);
    Path files = application.folder();
    if (files != null) {
      context.setBaseResourceAsPath(files);
      context.setProtectedTargets(new String[] {"/WEB-INF", "/META-INF"});
      context.setWelcomeFiles(new String[] {"index.html"});
      context.addServlet(DefaultServlet.class, "/");
    }
    if (application.errorPage() != null) {
      ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
      errors.addErrorPage(ErrorPageErrorHandler.GLOBAL_ERROR_PAGE, application.errorPage());
      context.setErrorHandler(errors);
    }
    application.initializers().forEach(context::addServletContainerInitializer);
    JettyDeployment deployment = new JettyDeployment(context);
    if (application.wideHeaders()) {
      deployment.takeWideHeaders();
    }
    deployment.server.start();
    return deployment;
  }

  private void takeWideHeaders() {
    connector
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration()
        .setRequestHeaderSize(WebApplication.WIDE_HEADERS);
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
