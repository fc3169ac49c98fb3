package co.tambo.sample.server;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/**
 * The issuer and the Tambo that the environment names.
 *
 * @param given the names of the settings that were found
 */
record RealFarSide(List<String> given) implements FarSide {

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public @Nullable String host() {
    return null;
  }

  @Override
  public String logLevel() {
    return "INFO";
  }

  @Override
  public Handler around(Handler application) {
    return application;
  }

  @Override
  public String welcome(String base) {
    return """

        The tambo-auth sample is ready: %1$s/
        It uses your own settings (%2$s), no stand-ins. Ctrl-C stops it.

        Without a user token, 401:
          curl -i %1$s/servlet/me

        With one of your issuer's, 200:
          curl -i -H "Authorization: Bearer $USER_TOKEN" %1$s/servlet/me
        """
        .formatted(base, String.join(", ", given));
  }
}
