package co.tambo.servers;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The servers of the suite. */
enum Server {
  TOMCAT_10("Tomcat 10.1", "tomcat-10", new TomcatKind(), web()),
  TOMCAT_11("Tomcat 11", "tomcat-11", new TomcatKind(), web()),
  JETTY_EE10("Jetty 12.1 ee10", "jetty", new JettyKind("ee10"), web()),
  JETTY_EE11("Jetty 12.1 ee11", "jetty", new JettyKind("ee11"), web()),
  WILDFLY("WildFly 39", "wildfly", new WildFlyKind(true), platform()),
  PAYARA_MICRO("Payara Micro 6", "payara-micro", new PayaraMicroKind(), platform()),
  LIBERTY(
      "Open Liberty 26",
      "liberty",
      new LibertyKind(List.of("webProfile-10.0")),
      without(Technology.MP_CONFIG, Technology.HTTP2)),
  LIBERTY_MP(
      "Open Liberty 26 + mpConfig",
      "liberty",
      new LibertyKind(List.of("webProfile-10.0", "mpConfig-3.1")),
      without(Technology.HTTP2)),
  GLASSFISH_8("GlassFish 8", "glassfish-8", new GlassFishKind(), without(Technology.MP_CONFIG)),
  TOMEE("TomEE 9 microprofile", "tomee", new TomcatKind(), without(Technology.HTTP2)),

  WILDFLY_JASPI(
      "WildFly 39, integrated-jaspi=false", "wildfly", new WildFlyKind(false), platform()),
  WILDFLY_PREVIEW("WildFly Preview 39", "wildfly-preview", new WildFlyKind(true), platform()),
  PAYARA("Payara Server 6", "payara", new GlassFishKind(), platform()),
  GLASSFISH_7("GlassFish 7", "glassfish-7", new GlassFishKind(), without(Technology.MP_CONFIG)),
  TOMCAT_11_REST_4("Tomcat 11 + REST 4", "tomcat-11", new TomcatKind(), web()),
  JETTY_EE11_REST_4("Jetty 12.1 ee11 + REST 4", "jetty", new JettyKind("ee11"), web());

  private final String title;
  private final String folder;

  @SuppressWarnings("ImmutableEnumChecker") // the kinds hold no state
  private final ServerKind kind;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final EnumSet<Technology> technologies;

  Server(String title, String folder, ServerKind kind, EnumSet<Technology> technologies) {
    this.title = title;
    this.folder = folder;
    this.kind = kind;
    this.technologies = technologies;
  }

  /** Returns the name for people. */
  String title() {
    return title;
  }

  /** Returns the name that selects it, such as {@code tomcat-10}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the name of its page in {@code docs/servers}, such as {@code wildfly}. */
  String page() {
    return switch (this) {
      case TOMCAT_10, TOMCAT_11, TOMCAT_11_REST_4 -> "tomcat";
      case JETTY_EE10, JETTY_EE11, JETTY_EE11_REST_4 -> "jetty";
      case WILDFLY, WILDFLY_JASPI, WILDFLY_PREVIEW -> "wildfly";
      case PAYARA_MICRO, PAYARA -> "payara";
      case LIBERTY, LIBERTY_MP -> "open-liberty";
      case GLASSFISH_7, GLASSFISH_8 -> "glassfish";
      case TOMEE -> "tomee";
    };
  }

  /** Returns the folder into which it is unpacked. */
  String folder() {
    return folder;
  }

  ServerKind kind() {
    return kind;
  }

  /** Returns what it brings beside servlets and JSP. */
  Set<Technology> technologies() {
    return EnumSet.copyOf(technologies);
  }

  /** Returns whether it has a REST implementation of its own. */
  boolean bringsRest() {
    return technologies.contains(Technology.CDI);
  }

  /** Returns the folder of a REST runtime's jars, for a server without one. */
  String library(String runtime) {
    return name().endsWith("_REST_4") ? runtime + "-rest-4" : runtime;
  }

  /** Returns whether it deploys WARs that are put into its folder while it runs. */
  boolean deploysWhileItRuns() {
    return this != PAYARA_MICRO;
  }

  /** Returns whether a folder for libraries of all applications needs no more than the files. */
  boolean sharesLibraries() {
    return !id().startsWith("wildfly");
  }

  /** Returns what its page tells to set. */
  Map<String, String> settings() {
    return this == GLASSFISH_7 ? Map.of("tambo.container-login", "true") : Map.of();
  }

  /** Returns how often the suite redeploys an application. */
  int redeployments() {
    return switch (this) {
      case TOMCAT_11 -> 50;
      case WILDFLY -> 5;
      case WILDFLY_JASPI, PAYARA -> 50;
      default -> 0;
    };
  }

  /** Returns how the names of the threads begin that the server starts as it sees fit. */
  List<String> pools() {
    return switch (this) {
      case WILDFLY, WILDFLY_JASPI, WILDFLY_PREVIEW ->
          List.of("default ", "DeploymentScanner", "management", "MSC ", "ServerService");
      case TOMCAT_11 -> List.of("http-nio", "Catalina-utility");
      case PAYARA -> List.of("http-thread-pool", "admin-thread-pool", "payara-executor-service");
      default -> List.of();
    };
  }

  /** Returns whether the suite always runs it; the others are run by name. */
  boolean isOfEveryRun() {
    return compareTo(WILDFLY_JASPI) < 0;
  }

  /** Returns the newest JDK that is known to run it. */
  int newestJdk() {
    return this == GLASSFISH_7 || this == TOMEE ? 17 : 25;
  }

  /** Returns the oldest JDK that runs it. */
  int oldestJdk() {
    return this == GLASSFISH_8 ? 21 : 17;
  }

  private static EnumSet<Technology> web() {
    return EnumSet.of(Technology.REST, Technology.JSP, Technology.WEBSOCKET);
  }

  private static EnumSet<Technology> platform() {
    return EnumSet.allOf(Technology.class);
  }

  private static EnumSet<Technology> without(Technology first, Technology... others) {
    return EnumSet.complementOf(EnumSet.of(first, others));
  }
}
