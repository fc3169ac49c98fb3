package co.tambo.probe;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.List;

/** Puts every page below every filter. */
public final class PagesListener implements ServletContextListener {

  private static final List<String> FILTERS =
      List.of("/required", "/optional", "/permissive", "/issuers", "/principal", "/secured");

  private final Events events = new Events();

  /** For the servlet container. */
  public PagesListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    add(context, "who", Who::serve).addMapping(Dispatches.OPEN);
    add(context, "forward", Dispatches::forward);
    add(context, "forward-open", Dispatches::forwardOpen);
    add(context, "include", Dispatches::include);
    add(context, "async", Dispatches::async);
    add(context, "async-args", Dispatches::asyncWithArguments);
    add(context, "async-start", Dispatches::asyncStart);
    add(context, "error", Dispatches::error);
    add(context, "throw", Dispatches::fail);
    add(context, "sse", events);
    add(context, "form", Bodies::form);
    add(context, "multipart", Bodies::multipart).setMultipartConfig(new MultipartConfigElement(""));
    add(context, "logout", Logins::logout);
    add(context, "login-asked", Logins::ask);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    events.close();
  }

  private static ServletRegistration.Dynamic add(ServletContext context, String name, Page page) {
    ServletRegistration.Dynamic servlet = context.addServlet(name, new PageServlet(page));
    servlet.setAsyncSupported(true);
    FILTERS.forEach(filter -> servlet.addMapping(filter + '/' + name));
    return servlet;
  }
}
