package co.tambo.auth.parts;

import java.util.List;
import java.util.Random;

/** Random cases that are the same in every run; a case that fails is named by its number. */
public final class Cases {

  /** How many cases a property is tried with. */
  public static final int COUNT = 1000;

  private static final String ODD =
      "\0\t\n\r \"%&'+,./:;<=>?@[\\]{}|~\u007f\u0085\u00a0\u00e9\u0130\u017f\u202e\u2028\u3002\ufeff"
          + "\uff21\ufffd\ud83d\ude00\ud800";

  private Cases() {}

  /** What is tried with one case. */
  @FunctionalInterface
  public interface Property {
    /** Fails unless it holds for what this source of chance gives. */
    void holds(Random random) throws Exception;
  }

  /** Tries a property with {@link #COUNT} cases. */
  public static void each(Property property) {
    each(COUNT, property);
  }

  /** Tries a property with as many cases. */
  public static void each(int count, Property property) {
    for (int seed = 0; seed < count; seed++) {
      try {
        property.holds(new Random(seed));
      } catch (Exception | AssertionError e) {
        throw new AssertionError("case " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** Returns one of these. */
  public static <T> T oneOf(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Returns a text of letters, digits and the characters that somebody treats in his own way. */
  public static String text(Random random, int maxLength) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(maxLength + 1);
    while (text.length() < length) {
      text.append(character(random));
    }
    return text.toString();
  }

  private static char character(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> ODD.charAt(random.nextInt(ODD.length()));
      case 1 -> (char) random.nextInt(Character.MAX_VALUE + 1);
      default -> (char) (' ' + random.nextInt('~' - ' ' + 1));
    };
  }

  /** Returns a text with one to three characters inserted, left out, replaced or repeated. */
  public static String mutated(Random random, String text, String alphabet) {
    StringBuilder mutant = new StringBuilder(text);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && mutant.length() > 0; i++) {
      change(random, mutant, alphabet);
    }
    return mutant.toString();
  }

  private static void change(Random random, StringBuilder text, String alphabet) {
    int at = random.nextInt(text.length());
    char c = alphabet.charAt(random.nextInt(alphabet.length()));
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, c);
      case 1 -> text.deleteCharAt(at);
      case 2 -> text.setCharAt(at, c);
      default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 8)));
    }
  }
}
