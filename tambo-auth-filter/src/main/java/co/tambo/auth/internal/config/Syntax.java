package co.tambo.auth.internal.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** How the text of a setting is read. */
@FunctionalInterface
interface Syntax<T> {

  /** Reads a text that is not blank. */
  T read(String text) throws BadValueException;

  /** Any text. */
  static Syntax<String> text() {
    return text -> text;
  }

  /** Text that a rule accepts. */
  static Syntax<String> text(Predicate<String> rule, String fix) {
    return text -> {
      if (!rule.test(text)) {
        throw new BadValueException(fix);
      }
      return text;
    };
  }

  /** A comma list, at least one item, none of them empty. */
  static <T> Syntax<List<T>> list(Syntax<T> item) {
    return text -> {
      List<T> items = new ArrayList<>();
      for (String each : text.split(",", -1)) {
        if (each.isBlank()) {
          throw new BadValueException("an item of the list is empty; remove the comma");
        }
        T read = item.read(each.strip());
        if (!items.contains(read)) {
          items.add(read);
        }
      }
      return List.copyOf(items);
    };
  }

  /** One of the words of an enumeration: lower case, with dashes. */
  static <E extends Enum<E>> Syntax<E> word(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(Words.of(constant), constant);
    }
    return oneOf(words);
  }

  /** One of these words. */
  static <T> Syntax<T> oneOf(Map<String, T> words) {
    return text -> {
      T meant = words.get(text);
      if (meant == null) {
        throw new BadValueException(
            "must be one of "
                + String.join(", ", words.keySet())
                + "; did you mean "
                + Nearest.to(text.toLowerCase(Locale.ROOT), words.keySet())
                + "?");
      }
      return meant;
    };
  }

  /** {@code true} or {@code false}. */
  static Syntax<Boolean> flag() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("true", Boolean.TRUE);
    words.put("false", Boolean.FALSE);
    return oneOf(words);
  }

  /** A duration of ISO 8601 within bounds, which are part of it. */
  static Syntax<Duration> duration(Duration least, Duration most) {
    return text -> {
      Duration duration = duration(text);
      if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        throw new BadValueException("must be from " + least + " to " + most);
      }
      return duration;
    };
  }

  private static Duration duration(String text) throws BadValueException {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadValueException("must be an ISO 8601 duration, such as PT30S or PT5M");
    }
  }
}
