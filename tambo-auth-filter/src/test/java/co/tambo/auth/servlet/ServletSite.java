package co.tambo.auth.servlet;

import co.tambo.auth.contract.Visits;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;

/** The application that is attacked: servlets that note every visit, behind the servlet filter. */
final class ServletSite {

  private ServletSite() {}

  static ServletContainerInitializer of(Map<String, String> settings, Visits visits) {
    return (classes, context) -> {
      filter(context, "tambo", new TamboAuthFilter(), "/*").setInitParameters(settings);
      servlet(context, new Part("app", visits), "/app/*");
      servlet(context, new Part("public", visits), "/public/*");
      servlet(context, new Part("elsewhere", visits), "/");
    };
  }

  static FilterRegistration filter(
      ServletContext context, String name, Filter filter, String pattern) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, pattern);
    return registration;
  }

  static void servlet(ServletContext context, HttpServlet servlet, String pattern) {
    ServletRegistration.Dynamic registration = context.addServlet("at " + pattern, servlet);
    registration.setAsyncSupported(true);
    registration.addMapping(pattern);
  }

  /** Answers any method with the request's own body. */
  private static final class Part extends HttpServlet {

    @Serial private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Visits visits;

    Part(String name, Visits visits) {
      this.name = name;
      this.visits = visits;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      visits.add(name, request.getUserPrincipal());
      byte[] body = request.getInputStream().readAllBytes();
      response.getWriter().write(new String(body, StandardCharsets.UTF_8));
    }
  }
}
