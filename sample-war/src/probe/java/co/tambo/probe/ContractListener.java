package co.tambo.probe;

import co.tambo.auth.contract.FrontFilter;
import co.tambo.auth.servlet.TamboAuthFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Map;

/** Registers the contract's application once for each configuration of the world file. */
public final class ContractListener implements ServletContextListener {

  private static final String PREFIX = "/contract/";

  /** For the servlet container. */
  public ContractListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    Map<String, Map<String, String>> configurations = WorldFile.configurations();
    if (configurations.isEmpty() || ContainerLoginListener.isAsked(context)) {
      return;
    }
    map(
        context.addFilter("front", new FrontFilter()),
        EnumSet.of(DispatcherType.REQUEST),
        PREFIX + '*');
    configurations.forEach((name, settings) -> addFilter(context, name, settings));
    ServletRegistration.Dynamic servlet =
        context.addServlet("contract", new ContractServlet(configurations));
    servlet.setAsyncSupported(true);
    servlet.addMapping(PREFIX + '*');
  }

  private static void addFilter(ServletContext context, String name, Map<String, String> settings) {
    FilterRegistration.Dynamic filter =
        context.addFilter("contract." + name, new TamboAuthFilter());
    filter.setInitParameters(settings);
    map(filter, EnumSet.allOf(DispatcherType.class), PREFIX + name + "/*");
  }

  private static void map(
      FilterRegistration.Dynamic filter, EnumSet<DispatcherType> types, String pattern) {
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(types, true, pattern);
  }
}
