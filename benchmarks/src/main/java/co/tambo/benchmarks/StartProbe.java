package co.tambo.benchmarks;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.servlet.TamboAuthFilter;
import co.tambo.auth.testing.FakeIssuer;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the filter in a JVM that knows nothing of it yet, and then again and again. */
final class StartProbe {

  private static final int TIMES = 20;

  private StartProbe() {}

  /** Prints the figures; takes an issuer's address, and a token of it or {@code none}. */
  public static void main(String[] arguments) throws ServletException {
    Map<String, String> settings =
        Map.of("tambo.issuer", arguments[0], "tambo.audience", FakeIssuer.AUDIENCE);
    FilterConfig config = config(settings);
    int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    long heap = used();
    List<TamboAuthFilter> filters = new ArrayList<>();
    double[] times = new double[TIMES];
    times[0] = started(config, filters);
    double firstRequest = arguments[1].equals("none") ? 0 : firstRequest(settings, arguments[1]);
    double moreClasses = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes;
    long moreHeap = used() - heap;
    for (int i = 1; i < TIMES; i++) {
      times[i] = started(config, filters);
    }
    double first = times[0];
    Arrays.sort(times);
    filters.forEach(TamboAuthFilter::destroy);
    System.out.println(
        String.join(
            " ",
            "started",
            Double.toString(first),
            Double.toString(times[TIMES / 2]),
            Double.toString(moreClasses),
            Long.toString(moreHeap),
            Double.toString(firstRequest)));
  }

  private static double started(FilterConfig config, List<TamboAuthFilter> filters)
      throws ServletException {
    TamboAuthFilter filter = new TamboAuthFilter();
    filters.add(filter);
    long before = System.nanoTime();
    filter.init(config);
    return (System.nanoTime() - before) / 1e6;
  }

  /** The first request of all fetches metadata and keys. */
  private static double firstRequest(Map<String, String> settings, String token) {
    try (TamboAuthenticator authenticator =
        TamboAuthenticator.of(TamboAuthConfig.of(settings), TamboAuthListener.NONE)) {
      long before = System.nanoTime();
      authenticator.authenticate(new TokenRequest("Bearer " + token));
      return (System.nanoTime() - before) / 1e6;
    }
  }

  private static FilterConfig config(Map<String, String> settings) {
    ServletContext context =
        (ServletContext)
            Proxy.newProxyInstance(
                StartProbe.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, values) ->
                    method.getName().equals("getInitParameterNames")
                        ? Collections.emptyEnumeration()
                        : method.getName().endsWith("Registrations") ? Map.of() : null);
    return new FilterConfig() {
      @Override
      public String getFilterName() {
        return "tambo-auth";
      }

      @Override
      public ServletContext getServletContext() {
        return context;
      }

      @Override
      public @Nullable String getInitParameter(String name) {
        return settings.get(name);
      }

      @Override
      public java.util.Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(settings.keySet());
      }
    };
  }

  private static long used() {
    return Histogram.now().bytes();
  }
}
