package co.tambo.auth.cdi;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.servlet.TamboAuthFilter;
import co.tambo.auth.testing.FakeIssuer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.EnumSet;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jboss.weld.bean.builtin.BeanManagerProxy;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.module.web.servlet.WeldInitialListener;

/** A web application with CDI whose paths under {@code /app} are behind the filter. */
final class ShopSite implements AutoCloseable {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final WeldContainer weld = container();
  private final JettyDeployment deployment;

  /** What every path of the application answers. */
  @FunctionalInterface
  interface Page {
    Object of(Shop shop, HttpServletRequest request) throws ServletException, IOException;
  }

  ShopSite(Page page) throws Exception {
    deployment =
        JettyDeployment.start(
            context -> {
              context.addEventListener(
                  new WeldInitialListener(BeanManagerProxy.unwrap(weld.getBeanManager())));
              context.addFilter(filter(), "/app/*", EnumSet.allOf(DispatcherType.class));
              context.addServlet(
                  new ServletHolder(new PageServlet(page, weld.select(Shop.class).get())), "/");
            });
  }

  /** Without a scan of the class path, Weld looks for no extension. */
  private static WeldContainer container() {
    Weld weld = new Weld().disableDiscovery().addBeanClass(Shop.class);
    ServiceLoader.load(Extension.class).forEach(weld::addExtension);
    return weld.initialize();
  }

  private FilterHolder filter() {
    TamboAuthConfig config =
        TamboAuthConfig.of(
            Map.of(
                "tambo.issuer",
                issuer.issuer(),
                "tambo.audience",
                FakeIssuer.AUDIENCE,
                "tambo.roles-claim",
                "roles",
                "tambo.access",
                "permissive"));
    return new FilterHolder(new TamboAuthFilter(config, TamboAuthListener.NONE));
  }

  private static final class PageServlet extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Page page;
    private final transient Shop shop;

    PageServlet(Page page, Shop shop) {
      this.page = page;
      this.shop = shop;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      response.getWriter().print(page.of(shop, request));
    }
  }

  RawResponse as(String user, String target) throws IOException {
    String token = issuer.token(user).roles("reader").text();
    return RawResponse.to(RawRequest.get(target).bearer(token), deployment.port());
  }

  RawResponse nobody(String target) throws IOException {
    return RawResponse.to(RawRequest.get(target), deployment.port());
  }

  String issuer() {
    return issuer.issuer();
  }

  @Override
  public void close() throws IOException {
    deployment.close();
    weld.close();
    issuer.close();
  }
}
