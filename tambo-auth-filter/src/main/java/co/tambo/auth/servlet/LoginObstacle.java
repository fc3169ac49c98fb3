package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuthWarning;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What keeps a user from becoming the container's own caller. */
enum LoginObstacle {
  NO_JAKARTA_AUTHENTICATION(
      "TAMBO-941",
      "tambo.container-login has no effect: this server shows the application no Jakarta"
          + " Authentication. Servlets and REST resources know the user all the same; set"
          + " tambo.container-login=false, or use a server that has it."),
  INTEGRATED_JASPI(
      "TAMBO-942",
      "tambo.container-login has no effect: this WildFly lets only users of its own security domain"
          + " log in. Servlets and REST resources know the user all the same; for EJBs run"
          + " /subsystem=undertow/application-security-domain=other"
          + ":write-attribute(name=integrated-jaspi,value=false) in its CLI and reload, or set"
          + " tambo.container-login=false."),
  REFUSED(
      "TAMBO-943",
      "tambo.container-login: the server did not take a user as its caller (%s); the request goes"
          + " on without one for EJBs and Jakarta Security. Look for the cause in the server's"
          + " log.");

  private static final String WILDFLY = "jboss.as:management-root=server";
  private static final String DOMAINS = "jboss.as:subsystem=undertow,application-security-domain=*";

  private final String code;
  private final String sentence;

  LoginObstacle(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  TamboAuthWarning warning() {
    return new TamboAuthWarning(code, sentence);
  }

  /** Returns the warning of a refusal, by its class; its message may quote a user. */
  static TamboAuthWarning refused(Throwable cause) {
    return ofServer()
        .map(LoginObstacle::warning)
        .orElseGet(
            () ->
                new TamboAuthWarning(
                    REFUSED.code, REFUSED.sentence.replace("%s", cause.getClass().getName())));
  }

  /** Returns what the server's own configuration puts in the way. */
  static Optional<LoginObstacle> ofServer() {
    return of(ManagementFactory.getPlatformMBeanServer());
  }

  /** WildFly cannot be asked while it starts; it refuses the first user then. */
  static Optional<LoginObstacle> of(MBeanServer server) {
    try {
      return server.isRegistered(new ObjectName(WILDFLY))
              && "running".equals(server.getAttribute(new ObjectName(WILDFLY), "serverState"))
              && isIntegrated(server, server.queryNames(new ObjectName(DOMAINS), null))
          ? Optional.of(INTEGRATED_JASPI)
          : Optional.empty();
    } catch (JMException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  private static boolean isIntegrated(MBeanServer server, Set<ObjectName> domains)
      throws JMException {
    boolean integrated = !domains.isEmpty();
    for (ObjectName domain : domains) {
      integrated &= Boolean.TRUE.equals(server.getAttribute(domain, "integratedJaspi"));
    }
    return integrated;
  }
}
