package co.tambo.auth.contract;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** An embedded Tomcat on a free port of 127.0.0.1. */
final class TomcatDeployment implements Deployment {

  private final Tomcat tomcat = new Tomcat();
  private final Path folder;

  private TomcatDeployment(Path folder) {
    this.folder = folder;
  }

  static TomcatDeployment start(WebApplication application) throws Exception {
    TomcatDeployment deployment = new TomcatDeployment(Files.createTempDirectory("tomcat"));
    deployment.listen(application);
    Context context = deployment.deploy(application);
    deployment.tomcat.start();
    if (!context.getState().isAvailable()) {
      deployment.close();
      throw new IllegalStateException("the application does not start");
    }
    return deployment;
  }

  private void listen(WebApplication application) {
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
    if (application.wideHeaders()) {
      connector.setProperty(
          "maxHttpRequestHeaderSize", Integer.toString(WebApplication.WIDE_HEADERS));
    }
    tomcat.setConnector(connector);
  }

  private Context deploy(WebApplication application) {
    Path files = application.folder();
    Context context =
        tomcat.addContext(application.contextPath(), files == null ? null : files.toString());
    if (files != null) {
      Tomcat.addServlet(context, "default", new DefaultServlet());
      context.addServletMapping("/", "default");
      context.addWelcomeFile("index.html");
    }
    if (application.errorPage() != null) {
      ErrorPage page = new ErrorPage();
      page.setLocation(application.errorPage());
      context.addErrorPage(page);
    }
    for (ServletContainerInitializer initializer : application.initializers()) {
      context.addServletContainerInitializer(initializer, Set.of());
    }
    return context;
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() throws IOException {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IOException(e);
    }
  }
}
