package co.tambo.auth.internal.config;

import java.util.Locale;

/** How constants are written in the configuration. */
final class Words {

  private Words() {}

  /** Returns the word of a constant, {@code on-demand} for {@code ON_DEMAND}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
