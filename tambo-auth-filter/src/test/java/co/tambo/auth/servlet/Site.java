package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.testing.FakeIssuer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** A web application behind the filter, mapped for every dispatcher type. */
final class Site implements AutoCloseable {

  private final FakeIssuer issuer;
  private final Decisions decisions;
  private final JettyDeployment deployment;

  private Site(FakeIssuer issuer, Decisions decisions, JettyDeployment deployment) {
    this.issuer = issuer;
    this.decisions = decisions;
    this.deployment = deployment;
  }

  /** What the listener was told. */
  private static final class Decisions implements TamboAuthListener {

    private final List<Decided> decided = new CopyOnWriteArrayList<>();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();

    @Override
    public void decided(Decided event) {
      decided.add(event);
    }

    @Override
    public void defect(Throwable defect) {
      defects.add(defect);
    }
  }

  /** Starts a site; a page that is mapped to the same filter once more meets it nested. */
  static Site start(Consumer<ServletContextHandler> pages) throws Exception {
    FakeIssuer issuer = FakeIssuer.start();
    Decisions decisions = new Decisions();
    TamboAuthFilter filter = new TamboAuthFilter(decisions);
    return new Site(
        issuer,
        decisions,
        JettyDeployment.start(
            context -> {
              context.addFilter(holder(filter, settings(issuer)), "/*", everyDispatch());
              context.addFilter(again(filter), "/app/twice", everyDispatch());
              pages.accept(context);
            }));
  }

  private static EnumSet<DispatcherType> everyDispatch() {
    return EnumSet.allOf(DispatcherType.class);
  }

  private static Map<String, String> settings(FakeIssuer issuer) {
    return Map.of(
        "tambo.issuer", issuer.issuer(),
        "tambo.audience", FakeIssuer.AUDIENCE,
        "tambo.roles-claim", "roles",
        "tambo.public-paths", "/public/*",
        "tambo.optional-paths", "/optional/*");
  }

  private static FilterHolder holder(Filter filter, Map<String, String> settings) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setName("tambo");
    holder.setInitParameters(settings);
    holder.setAsyncSupported(true);
    return holder;
  }

  private static FilterHolder again(TamboAuthFilter filter) {
    Filter inner = (request, response, chain) -> filter.doFilter(request, response, chain);
    return new FilterHolder(inner);
  }

  /** Says in one line who the request's user is; more, where not everything agrees. */
  static String who(HttpServletRequest request) {
    Principal caller = request.getUserPrincipal();
    TamboAuth auth = TamboAuth.of(request::getAttribute);
    String name = caller == null ? null : caller.getName();
    boolean agreed =
        Objects.equals(name, auth.getName()) && auth.equals(request.getAttribute("tamboAuth"));
    return request.getDispatcherType()
        + " "
        + Objects.requireNonNullElse(name, "nobody")
        + " "
        + auth.getStatus()
        + (agreed ? "" : " but " + auth.getName());
  }

  RawResponse asAlice(String target) throws IOException {
    return send(RawRequest.get(target).bearer(token("alice")));
  }

  RawResponse asNobody(String target) throws IOException {
    return send(RawRequest.get(target));
  }

  RawResponse send(RawRequest request) throws IOException {
    return RawResponse.to(request, deployment.port());
  }

  String token(String subject) {
    return issuer.token(subject).text();
  }

  int port() {
    return deployment.port();
  }

  /** Returns how many decisions were told. */
  int decisions() {
    return decisions.decided.size();
  }

  List<Throwable> defects() {
    return decisions.defects;
  }

  @Override
  public void close() throws IOException {
    deployment.close();
    issuer.close();
  }
}
