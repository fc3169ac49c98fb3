package co.tambo.auth.internal.config;

import java.time.Instant;

/**
 * What the readers of the parts share.
 *
 * @param values the plain keys
 * @param production whether {@code tambo.environment} is production
 * @param now when it is, for keys that say when they begin or end
 */
record Context(Values values, Findings findings, boolean production, Instant now) {

  /** Words of {@code tambo.environment} beside none. */
  enum Environment {
    DEVELOPMENT,
    PRODUCTION
  }

  static Context of(Values values, Findings findings, Instant now) {
    boolean production =
        values
            .read(Setting.ENVIRONMENT, Syntax.word(Environment.class))
            .filter(Environment.PRODUCTION::equals)
            .isPresent();
    return new Context(values, findings, production, now);
  }

  /** Returns the same for a named provider. */
  Context of(String provider) {
    return with(values.of(provider));
  }

  /** Returns the same for other values. */
  Context with(Values others) {
    return new Context(others, findings, production, now);
  }
}
