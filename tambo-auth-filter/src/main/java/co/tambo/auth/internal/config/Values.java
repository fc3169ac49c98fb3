package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.Sources.Found;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of the plain keys, or of one named provider's keys. What is wrong with a value is
 * noted, and the setting is then as if unset: reading goes on, to find every problem.
 */
final class Values {

  /**
   * One value.
   *
   * @param label key, value and place for a message; the value is masked where it must be
   */
  record Value(String key, String text, String label, String problem) {
    @Override
    public String toString() {
      return label;
    }
  }

  private final Sources sources;
  private final Findings findings;
  private final @Nullable String provider;
  private final Map<Setting, String> implied;

  private Values(
      Sources sources, Findings findings, @Nullable String provider, Map<Setting, String> implied) {
    this.sources = sources;
    this.findings = findings;
    this.provider = provider;
    this.implied = Map.copyOf(implied);
  }

  static Values plain(Sources sources, Findings findings) {
    return new Values(sources, findings, null, Map.of());
  }

  Values of(String provider) {
    return new Values(sources, findings, provider, implied);
  }

  /** Returns the same, with values for settings that nobody has set. */
  Values implying(Map<Setting, String> values) {
    return new Values(sources, findings, provider, values);
  }

  /** Returns the key under which this setting is best set. */
  String key(Setting setting) {
    return provider == null || !setting.ofProvider() ? setting.key() : setting.key(provider);
  }

  boolean isSet(Setting setting) {
    return find(setting).isPresent();
  }

  /** Returns the value as it was found; the word {@code none} where it means unset is none. */
  Optional<Value> find(Setting setting) {
    Optional<Value> own = value(setting, key(setting));
    boolean shared = own.isEmpty() && provider != null && setting.shared();
    Optional<Value> found =
        (shared ? value(setting, setting.key()) : own).or(() -> implied(setting));
    boolean noneIsUnset = setting.defaultValue().filter("none"::equals).isPresent();
    return noneIsUnset ? found.filter(value -> !value.text().equals("none")) : found;
  }

  /** Returns the typed value, empty when it is unset without a default, or wrong. */
  <T> Optional<T> read(Setting setting, Syntax<T> syntax) {
    Optional<Value> found = find(setting);
    if (found.isPresent()) {
      Optional<T> typed = typed(found.get(), syntax);
      if (typed.isPresent()) {
        return typed;
      }
    }
    return setting.defaultValue().flatMap(text -> fallback(text, syntax));
  }

  /** Returns the typed value of a setting that has a default. */
  <T> T get(Setting setting, Syntax<T> syntax) {
    return read(setting, syntax).orElseThrow();
  }

  /** Notes that a setting is missing. */
  void missing(Setting setting, String fix) {
    String key = key(setting);
    findings.problem(key + " is missing (looked in " + sources.places(key) + "): " + fix);
  }

  /** Notes that a value is wrong. */
  void wrong(Value value, String fix) {
    findings.problem(value.label() + ": " + fix);
  }

  /** Notes that a setting is wrong beside another; nothing where it is unset. */
  void wrong(Setting setting, String fix) {
    find(setting).ifPresent(value -> wrong(value, fix));
  }

  private Optional<Value> implied(Setting setting) {
    return Optional.ofNullable(implied.get(setting))
        .map(text -> value(setting, key(setting), new Found(text, "the preset", "")));
  }

  private Optional<Value> value(Setting setting, String key) {
    return sources.find(key).map(found -> value(setting, key, found));
  }

  private static Value value(Setting setting, String key, Found found) {
    String shown = Shown.value(setting, found.text());
    String label = key + "=" + shown + " (" + found.place() + ")";
    return new Value(key, found.text(), label, Shown.problem(setting, found));
  }

  private <T> Optional<T> typed(Value value, Syntax<T> syntax) {
    try {
      if (value.problem().isEmpty()) {
        return Optional.of(syntax.read(value.text()));
      }
      wrong(value, value.problem());
    } catch (BadValueException e) {
      wrong(value, e.fix());
    }
    return Optional.empty();
  }

  private static <T> Optional<T> fallback(String text, Syntax<T> syntax) {
    if (text.equals("none")) {
      return Optional.empty();
    }
    try {
      return Optional.of(syntax.read(text));
    } catch (BadValueException e) {
      throw new IllegalStateException("the default " + text + " is not valid", e);
    }
  }
}
