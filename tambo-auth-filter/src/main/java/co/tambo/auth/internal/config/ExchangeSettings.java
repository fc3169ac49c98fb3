package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.SigningSecret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How Tambo is reached.
 *
 * @param url Tambo's origin, without a trailing slash
 * @param apiKey the project's API key; null without one; never printed
 * @param signingSecret signs the tokens that Tambo is given; null to give it the users' own
 * @param timeout the deadline of the whole call
 */
public record ExchangeSettings(
    Mode mode,
    URI url,
    @Nullable String apiKey,
    @Nullable SigningSecret signingSecret,
    Duration timeout) {

  /** When a user token is exchanged. */
  public enum Mode {
    /** Never. */
    OFF,
    /** When the application asks for the Tambo token. */
    ON_DEMAND,
    /** Before a request goes on. */
    REQUIRED
  }

  @Override
  public String toString() {
    return "ExchangeSettings[" + mode + ", " + url + ", " + timeout + "]";
  }
}
