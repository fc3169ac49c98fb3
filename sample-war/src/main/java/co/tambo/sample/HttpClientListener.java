package co.tambo.sample;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Gives the application one HTTP client, and lets go of it at undeploy: a client that nothing
 * refers to ends its thread, which a static one never would.
 */
public final class HttpClientListener implements ServletContextListener {

  private static final String CLIENT = "co.tambo.sample.http-client";

  /** Returns the application's client. */
  static HttpClient client(ServletContext context) {
    return (HttpClient) context.getAttribute(CLIENT);
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(Tls.context())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    event.getServletContext().setAttribute(CLIENT, client);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    event.getServletContext().removeAttribute(CLIENT);
  }
}
