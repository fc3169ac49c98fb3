package co.tambo.sample;

import jakarta.servlet.ServletContext;

/** Whether anybody may become anybody here. */
final class Demo {

  private static final String KEY = "tambo.sample.demo";

  private Demo() {}

  static boolean isOn(ServletContext context) {
    return Boolean.parseBoolean(context.getInitParameter(KEY)) || Boolean.getBoolean(KEY);
  }
}
