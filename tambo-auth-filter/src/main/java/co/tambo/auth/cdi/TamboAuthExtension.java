package co.tambo.auth.cdi;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;

/**
 * Makes {@link TamboAuth} and {@link TamboPrincipal} injectable, {@code @RequestScoped} and
 * {@code @Default}; the CDI container finds it, there is nothing to register.
 *
 * <p>Both stand for the request of the calling thread at each call, also in a bean of a wider scope
 * and after a forward or a logout. Of an anonymous request the principal's {@code getName()} is
 * null, and what a user may lack is empty; what every user has ({@code subject()}, {@code
 * contextKey()}, {@code source()}) throws {@link IllegalStateException}. A request that no Tambo
 * filter has decided makes every call throw {@link IllegalStateException}. Neither bean has the
 * type {@link java.security.Principal}, so the container's own stays unambiguous.
 */
public class TamboAuthExtension implements Extension {

  /** For the CDI container. */
  public TamboAuthExtension() {}

  void addBeans(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
    add(discovery, beans, TamboAuth.class, RequestedAuth::new);
    add(discovery, beans, TamboPrincipal.class, RequestedPrincipal::new);
  }

  private static <T> void add(
      AfterBeanDiscovery discovery,
      BeanManager beans,
      Class<T> type,
      Function<HttpServletRequest, T> ofRequest) {
    discovery
        .<T>addBean()
        .beanClass(type) // which OpenWebBeans makes its proxy of
        .types(type, Object.class)
        .scope(RequestScoped.class)
        .createWith(creation -> ofRequest.apply(request(beans, creation)));
  }

  /** Returns the container's proxy, which leads to the request of the calling thread. */
  private static HttpServletRequest request(BeanManager beans, CreationalContext<?> creation) {
    Bean<?> bean = beans.resolve(beans.getBeans(HttpServletRequest.class));
    return (HttpServletRequest) beans.getReference(bean, HttpServletRequest.class, creation);
  }
}
