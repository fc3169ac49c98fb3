package co.tambo.sample.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** The log on standard error: one line an event, and only what a user can act on. */
final class Logs {

  private static final String SETTINGS =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.SimpleFormatter.format=%%4$s %%5$s%%6$s%%n
      org.glassfish.jersey.server.wadl.level=OFF
      org.glassfish.jersey.message.internal.MessagingBinders.level=OFF
      co.tambo.auth.level=%s
      """;

  private Logs() {}

  /** Sets the log up, unless the user has. */
  static void configure(String tamboAuthLevel) throws IOException {
    if (System.getProperty("java.util.logging.config.file") == null) {
      byte[] settings = SETTINGS.formatted(tamboAuthLevel).getBytes(StandardCharsets.ISO_8859_1);
      LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(settings));
    }
  }
}
