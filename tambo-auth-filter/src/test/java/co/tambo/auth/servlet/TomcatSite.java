package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.testing.FakeIssuer;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.jaspic.AuthConfigFactoryImpl;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** A Tomcat, which has Jakarta Authentication, with web applications that share an issuer. */
final class TomcatSite implements AutoCloseable {

  /** The attribute that says what the verdict was before any filter ran. */
  static final String EARLY = "early";

  private final FakeIssuer issuer = FakeIssuer.start();
  private final Tomcat tomcat = new Tomcat();

  /** Creates a server that keeps its files in a folder. */
  TomcatSite(Path folder) {
    AuthConfigFactory.setFactory(new AuthConfigFactoryImpl());
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
    tomcat.setConnector(connector);
  }

  void start() throws LifecycleException {
    tomcat.start();
  }

  /** Returns the settings of a login by tokens of the issuer. */
  Map<String, String> login(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.issuer", issuer.issuer());
    settings.put("tambo.audience", FakeIssuer.AUDIENCE);
    settings.put("tambo.roles-claim", "roles");
    settings.put("tambo.public-paths", "/public/*");
    settings.put("tambo.container-login", "true");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  /** Adds an application whose every page says who is there, to itself and to the container. */
  Context application(String path) {
    Context context = tomcat.addContext(path, null);
    context.addServletContainerInitializer(new TamboAuthInitializer(), Set.of());
    Tomcat.addServlet(
        context,
        "who",
        Page.servlet((request, response) -> response.getWriter().print(who(request))));
    Tomcat.addServlet(
        context,
        "logout",
        Page.servlet(
            (request, response) -> {
              request.logout();
              response.getWriter().print(who(request));
            }));
    Tomcat.addServlet(
        context,
        "authenticate",
        Page.servlet(
            (request, response) -> response.getWriter().print(request.authenticate(response))));
    context.addServletMapping("/", "who");
    context.addServletMapping("/public/logout", "logout");
    context.addServletMapping("/public/authenticate", "authenticate");
    mustHaveRole(context);
    map(
        context,
        filter(
            "early",
            (request, response, chain) -> {
              request.setAttribute(EARLY, request.getAttribute(TamboAuth.ATTRIBUTE));
              chain.doFilter(request, response);
            }),
        "/*");
    return context;
  }

  private static void mustHaveRole(Context context) {
    SecurityConstraint constraint = new SecurityConstraint();
    SecurityCollection must = new SecurityCollection();
    must.addPattern("/must/*");
    constraint.addCollection(must);
    constraint.addAuthRole("reader");
    context.addConstraint(constraint);
    context.addSecurityRole("reader");
  }

  /** Declares the filter, as web.xml does. */
  static void declare(Context context, String pattern, Map<String, String> settings) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("tambo " + pattern);
    filter.setFilterClass(TamboAuthFilter.class.getName());
    settings.forEach(filter::addInitParameter);
    map(context, filter, pattern);
  }

  static FilterDef filter(String name, Filter instance) {
    FilterDef filter = new FilterDef();
    filter.setFilterName(name);
    filter.setFilter(instance);
    return filter;
  }

  static void map(Context context, FilterDef filter, String pattern) {
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(filter.getFilterName());
    mapping.addURLPattern(pattern);
    context.addFilterDef(filter);
    context.addFilterMap(mapping);
  }

  private static String who(HttpServletRequest request) {
    Object verdict = request.getAttribute(TamboAuth.ATTRIBUTE);
    return said(request)
        + " | "
        + said(innermost(request))
        + (verdict == null || verdict.equals(request.getAttribute(EARLY)) ? "" : " | anew");
  }

  private static String said(HttpServletRequest request) {
    Principal caller = request.getUserPrincipal();
    return caller == null
        ? "nobody"
        : String.join(
            " ",
            caller.getClass().getSimpleName(),
            request.getRemoteUser(),
            request.getAuthType(),
            "reader=" + request.isUserInRole("reader"));
  }

  private static HttpServletRequest innermost(ServletRequest request) {
    ServletRequest layer = request;
    while (layer instanceof ServletRequestWrapper wrapper) {
      layer = wrapper.getRequest();
    }
    return (HttpServletRequest) layer;
  }

  /** Returns what the container asks for the login of an application. */
  AuthConfigProvider registered(String path) {
    return AuthConfigFactory.getFactory()
        .getConfigProvider("HttpServlet", "Tomcat/localhost " + path, null);
  }

  RawResponse as(String user, String target) throws IOException {
    return send(RawRequest.get(target).bearer(issuer.token(user).roles("reader").text()));
  }

  RawResponse nobody(String target) throws IOException {
    return send(RawRequest.get(target));
  }

  RawResponse send(RawRequest request) throws IOException {
    return RawResponse.to(request, tomcat.getConnector().getLocalPort());
  }

  FakeIssuer issuer() {
    return issuer;
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    issuer.close();
    AuthConfigFactory.setFactory(null);
  }
}
