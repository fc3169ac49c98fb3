package co.tambo.auth.jaxrs;

import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A web application in an embedded Jetty, its REST application under {@code /api}. */
final class RestServer implements AutoCloseable {

  private final RestRuntime runtime;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ServletContextHandler context =
      new ServletContextHandler("/app", ServletContextHandler.SESSIONS);

  RestServer(RestRuntime runtime) {
    this.runtime = runtime;
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    context.addServletContainerInitializer(new TamboAuthInitializer());
  }

  RestServer contextParams(Map<String, String> params) {
    params.forEach(context::setInitParameter);
    return this;
  }

  RestServer filter(Filter filter, Map<String, String> initParams) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setInitParameters(initParams);
    context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    return this;
  }

  /** Deploys an application that lists its classes. */
  RestServer application(Class<? extends Application> application) throws Exception {
    ServletHolder holder = new ServletHolder(runtime.servlet());
    holder.setInitParameter(RestRuntime.MAPPING_PREFIX, "/api");
    holder.setInitParameter("jakarta.ws.rs.Application", application.getName());
    holder.setInitOrder(1);
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/api/*");
    return this;
  }

  /** Deploys what a scan of the web application would have found. */
  RestServer scanned(Class<?>... found) throws Exception {
    context.addServletContainerInitializer(runtime.initializer(), found);
    return this;
  }

  RestServer start() throws Exception {
    server.start();
    return this;
  }

  Object attribute(String name) {
    return context.getServletContext().getAttribute(name);
  }

  RawResponse answer(RawRequest request) throws IOException {
    return RawResponse.to(request, connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new AssertionError("the server does not stop", e);
    }
  }
}
