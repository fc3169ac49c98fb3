package co.tambo.auth.jaxrs;

import co.tambo.auth.ConfigSource;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Configuration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The places where a REST application finds settings. */
final class Sources {

  private static final String OURS = "tambo.";

  private Sources() {}

  static ConfigSource properties(Configuration application) {
    return source(
        "REST application property", application.getPropertyNames(), application::getProperty);
  }

  static ConfigSource contextParams(ServletContext context) {
    return source(
        "context-param",
        Collections.list(context.getInitParameterNames()),
        context::getInitParameter);
  }

  static ConfigSource initParams(FilterRegistration filter) {
    return source(
        "filter init-param (" + filter.getName() + ")",
        filter.getInitParameters().keySet(),
        filter::getInitParameter);
  }

  private static ConfigSource source(
      String name, Collection<String> keys, Function<String, @Nullable Object> values) {
    Map<String, String> ours = new HashMap<>();
    for (String key : keys) {
      Object value = key.startsWith(OURS) ? values.apply(key) : null;
      if (value != null) {
        ours.put(key, value.toString());
      }
    }
    return ConfigSource.of(name, ours);
  }
}
