package co.tambo.auth.servlet;

import co.tambo.auth.ConfigSource;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The places in which a servlet container keeps settings, the most specific first. */
final class ServletConfigSources {

  private static final String OURS = "tambo.";

  private ServletConfigSources() {}

  static List<ConfigSource> of(FilterConfig filter) {
    return List.of(
        initParams(
            filter.getFilterName(), filter.getInitParameterNames(), filter::getInitParameter),
        contextParams(filter.getServletContext()));
  }

  /** Returns what the filter will find when it is started. */
  static List<ConfigSource> of(FilterRegistration filter, ServletContext context) {
    return List.of(
        initParams(
            filter.getName(),
            Collections.enumeration(filter.getInitParameters().keySet()),
            filter::getInitParameter),
        contextParams(context));
  }

  static List<ConfigSource> of(ServletContext context) {
    return List.of(contextParams(context));
  }

  private static ConfigSource initParams(
      String filter, Enumeration<String> names, Function<String, String> parameter) {
    return ConfigSource.of("filter init-param (" + filter + ")", ours(names, parameter));
  }

  private static ConfigSource contextParams(ServletContext context) {
    return ConfigSource.of(
        "context-param", ours(context.getInitParameterNames(), context::getInitParameter));
  }

  private static Map<String, String> ours(
      Enumeration<String> names, Function<String, String> parameter) {
    Map<String, String> ours = new LinkedHashMap<>();
    for (String name : Collections.list(names)) {
      if (name.startsWith(OURS)) {
        ours.put(name, parameter.apply(name));
      }
    }
    return ours;
  }
}
