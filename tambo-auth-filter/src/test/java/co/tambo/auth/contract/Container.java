package co.tambo.auth.contract;

/** The embedded servlet containers. */
public enum Container {
  TOMCAT,
  JETTY,
  UNDERTOW;

  /** Starts an application on a free port of 127.0.0.1. */
  public Deployment start(WebApplication application) throws Exception {
    return switch (this) {
      case TOMCAT -> TomcatDeployment.start(application);
      case JETTY -> JettyDeployment.start(application);
      case UNDERTOW -> UndertowDeployment.start(application);
    };
  }
}
