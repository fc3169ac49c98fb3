package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.ExchangeSettings.Mode;
import co.tambo.auth.internal.jose.SigningSecret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads how Tambo is reached. */
final class ExchangeReader {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private ExchangeReader() {}

  static ExchangeSettings read(Context context) {
    Values values = context.values();
    Optional<String> apiKey =
        values.read(
            Setting.API_KEY,
            Syntax.text(
                text -> text.chars().allMatch(c -> c > ' ' && c < 0x7f),
                "an API key has visible ASCII characters only, no blanks; copy it again"));
    boolean keySet = values.isSet(Setting.API_KEY);
    Mode mode =
        values
            .read(Setting.EXCHANGE, Syntax.word(Mode.class))
            .orElse(keySet ? Mode.ON_DEMAND : Mode.OFF);
    if (mode != Mode.OFF && !keySet) {
      values.missing(
          Setting.API_KEY,
          "the exchange needs the Tambo project's key; set it, or set tambo.exchange=off");
    }
    URI url = values.get(Setting.URL, WebAddress.api(context.production()));
    Duration timeout = values.get(Setting.EXCHANGE_TIMEOUT, Syntax.duration(SHORTEST, LONGEST));
    SigningSecret secret = new SubjectTokenReader(values).signingSecret(mode).orElse(null);
    return new ExchangeSettings(mode, url, apiKey.orElse(null), secret, timeout);
  }
}
