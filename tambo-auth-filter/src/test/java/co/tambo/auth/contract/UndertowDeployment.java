package co.tambo.auth.contract;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;

/** An embedded Undertow, the servlet container of WildFly, on a free port of 127.0.0.1. */
final class UndertowDeployment implements Deployment {

  private final DeploymentManager application;
  private final Undertow server;

  private UndertowDeployment(DeploymentManager application, Undertow server) {
    this.application = application;
    this.server = server;
  }

  static UndertowDeployment start(WebApplication application) throws ServletException {
    DeploymentManager manager = Servlets.newContainer().addDeployment(info(application));
    manager.deploy();
    Undertow.Builder builder =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(4)
            .setHandler(Handlers.path().addPrefixPath(root(application), manager.start()));
    if (application.wideHeaders()) {
      builder.setServerOption(UndertowOptions.MAX_HEADER_SIZE, WebApplication.WIDE_HEADERS);
    }
    UndertowDeployment deployment = new UndertowDeployment(manager, builder.build());
    deployment.server.start();
    return deployment;
  }

  private static DeploymentInfo info(WebApplication application) {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(UndertowDeployment.class.getClassLoader())
            .setContextPath(root(application))
            .setDeploymentName("application");
    if (application.folder() != null) {
      info.setResourceManager(new PathResourceManager(application.folder()));
      info.addWelcomePage("index.html");
    }
    if (application.errorPage() != null) {
      info.addErrorPage(Servlets.errorPage(application.errorPage()));
    }
    for (ServletContainerInitializer initializer : application.initializers()) {
      info.addServletContainerInitializer(
          new ServletContainerInitializerInfo(
              initializer.getClass(), new ImmediateInstanceFactory<>(initializer), Set.of()));
    }
    return info;
  }

  private static String root(WebApplication application) {
    return application.contextPath().isEmpty() ? "/" : application.contextPath();
  }

  @Override
  public int port() {
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop();
    try {
      application.stop();
    } catch (ServletException e) {
      throw new IOException(e);
    }
    application.undeploy();
  }
}
