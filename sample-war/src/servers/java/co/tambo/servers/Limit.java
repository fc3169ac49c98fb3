package co.tambo.servers;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What some servers cannot do, and the suite shows that they cannot.
 *
 * @param check the check's name
 * @param reason the sentence that the servers' pages have about it
 * @param jdk the oldest JDK on which it is one
 */
record Limit(String check, String reason, Set<Server> servers, int jdk) {

  private static final int OLDEST = 17;

  /** All limits there are; each belongs to the server itself. */
  private static final List<Limit> ALL =
      List.of(
          limit(
              "CDI after ASYNC",
              "After an ASYNC dispatch there is no CDI request context",
              Server.PAYARA_MICRO,
              Server.PAYARA,
              Server.GLASSFISH_7,
              Server.GLASSFISH_8,
              Server.TOMEE),
          limit(
              "REST @PermitAll",
              "A REST method with `@PermitAll` shows the login page of an application that has one",
              Server.GLASSFISH_7,
              Server.GLASSFISH_8),
          limit(
              "REST @RolesAllowed",
              "A REST method with `@RolesAllowed` knows nobody without container login",
              Server.GLASSFISH_7),
          limit(
              "FORM login by authenticate()",
              "`request.authenticate()` asks nobody on a path without a security-constraint",
              Server.WILDFLY,
              Server.WILDFLY_JASPI,
              Server.WILDFLY_PREVIEW),
          limit(
              "BASIC login by authenticate()",
              "`request.authenticate()` asks nobody on a path without a security-constraint",
              Server.WILDFLY,
              Server.WILDFLY_JASPI,
              Server.WILDFLY_PREVIEW),
          limit(
              "Servlet, container login",
              "`getAuthType()` of an anonymous request names the login method",
              Server.LIBERTY,
              Server.LIBERTY_MP),
          withoutJaspi("@Inject Principal"),
          withoutJaspi("EJB caller"),
          withoutJaspi("EJB @RolesAllowed"),
          limit(
              "Jakarta Security",
              "Jakarta Security's `SecurityContext` is there for applications alone that use its"
                  + " mechanisms",
              Server.WILDFLY,
              Server.WILDFLY_JASPI,
              Server.WILDFLY_PREVIEW),
          limit(
                  "Jakarta Security",
                  "On JDK 25 `isCallerInRole()` of Jakarta Security's `SecurityContext` is false",
                  Server.PAYARA_MICRO,
                  Server.PAYARA)
              .from(25),
          withoutFolder("Shared library"),
          withoutFolder("Shared library, CDI"));

  /** Copies the set. */
  Limit {
    servers = Set.copyOf(servers);
  }

  /** Returns all limits there are. */
  static List<Limit> all() {
    return ALL;
  }

  /** Returns the limit of a server that a check meets. */
  static Optional<Limit> of(Server server, String check) {
    return ALL.stream()
        .filter(limit -> limit.check().equals(check) && limit.servers().contains(server))
        .filter(limit -> limit.jdk() <= Runtime.version().feature())
        .findFirst();
  }

  /** Returns whether it is one on every JDK. */
  boolean isOfEveryJdk() {
    return jdk == OLDEST;
  }

  private Limit from(int newer) {
    return new Limit(check, reason, servers, newer);
  }

  private static Limit withoutFolder(String check) {
    return limit(
        check,
        "There is no folder whose jars all applications share",
        Server.WILDFLY,
        Server.WILDFLY_JASPI,
        Server.WILDFLY_PREVIEW);
  }

  private static Limit withoutJaspi(String check) {
    return limit(
        check,
        "EJBs and `@Inject Principal` know nobody while `integrated-jaspi` is `true`",
        Server.WILDFLY,
        Server.WILDFLY_PREVIEW);
  }

  private static Limit limit(String check, String reason, Server first, Server... others) {
    return new Limit(check, reason, EnumSet.of(first, others), OLDEST);
  }
}
