package co.tambo.auth.jaxrs;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;

/** An implementation of Jakarta REST; it is loaded by name, as only one is on the class path. */
enum RestRuntime {
  JERSEY(
      "org.glassfish.jersey.servlet.ServletContainer",
      "org.glassfish.jersey.servlet.init.JerseyServletContainerInitializer"),
  RESTEASY(
      "org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher",
      "org.jboss.resteasy.plugins.servlet.ResteasyServletInitializer");

  /** The init-param by which RESTEasy learns what its servlet is mapped to; Jersey ignores it. */
  static final String MAPPING_PREFIX = "resteasy.servlet.mapping.prefix";

  private final String servlet;
  private final String initializer;

  RestRuntime(String servlet, String initializer) {
    this.servlet = servlet;
    this.initializer = initializer;
  }

  Servlet servlet() throws ReflectiveOperationException {
    return (Servlet) made(servlet);
  }

  ServletContainerInitializer initializer() throws ReflectiveOperationException {
    return (ServletContainerInitializer) made(initializer);
  }

  private static Object made(String type) throws ReflectiveOperationException {
    return Class.forName(type).getDeclaredConstructor().newInstance();
  }
}
