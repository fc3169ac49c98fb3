package co.tambo.auth.internal.config;

import java.time.Duration;

/** Reads how fetched key sets live. */
final class KeySettingsReader {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REFRESH = Duration.ofDays(1);
  private static final Duration LONGEST_HORIZON = Duration.ofDays(30);

  private KeySettingsReader() {}

  static KeySettings read(Context context) {
    Values values = context.values();
    Duration refresh = values.get(Setting.KEYS_REFRESH, Syntax.duration(SHORTEST, LONGEST_REFRESH));
    Duration horizon = values.get(Setting.KEYS_HORIZON, Syntax.duration(SHORTEST, LONGEST_HORIZON));
    if (horizon.compareTo(refresh) < 0) {
      values.wrong(
          values.isSet(Setting.KEYS_HORIZON) ? Setting.KEYS_HORIZON : Setting.KEYS_REFRESH,
          "tambo.keys.horizon ("
              + horizon
              + ") must not be shorter than tambo.keys.refresh ("
              + refresh
              + ")");
    }
    return new KeySettings(
        refresh, horizon, values.get(Setting.BLOCK_PRIVATE_ADDRESSES, Syntax.flag()));
  }
}
