package co.tambo.auth.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ASCII form of a domain name. {@code java.net.IDN} follows IDNA 2003, in which {@code ß}
 * becomes {@code ss}; browsers and Tambo follow UTS #46, in which it stays.
 */
final class DomainText {

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;

  private DomainText() {}

  /**
   * Returns the name in lower case with international labels in Punycode, null when it has none.
   */
  static @Nullable String toAscii(String name) {
    if (isPlain(name)) {
      return name;
    }
    String mapped = mapped(name);
    String[] labels = mapped.split("\\.", -1);
    return Arrays.stream(labels).anyMatch(DomainText::isNoLabel)
        ? null
        : Arrays.stream(labels)
            .map(label -> isAscii(label) ? label : "xn--" + punycode(label))
            .collect(Collectors.joining("."));
  }

  /** Returns whether no step would change a name; nearly all are such. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.' && c != '-') {
        return false;
      }
    }
    return !name.contains("xn--");
  }

  /** Returns whether a label holds broken UTF-8, or a Punycode prefix with nothing it encodes. */
  private static boolean isNoLabel(String label) {
    return label.indexOf('\uFFFD') >= 0
        || (label.startsWith("xn--") && (label.length() == 4 || !isAscii(label)));
  }

  /** Folds case and compatibility forms and drops what is invisible, as UTS #46 section 4 does. */
  private static String mapped(String name) {
    String folded = lowerCase(Normalizer.normalize(name, Normalizer.Form.NFKC));
    String visible = folded.replace("\u00AD", "").replace("\u200B", "").replace("\uFEFF", "");
    return Normalizer.normalize(visible, Normalizer.Form.NFKC).replace('\u3002', '.');
  }

  /** Lowers each character by itself: {@code String.toLowerCase} makes a final sigma of some. */
  private static String lowerCase(String text) {
    int[] lower = text.codePoints().map(Character::toLowerCase).toArray();
    return new String(lower, 0, lower.length);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Encodes one label (RFC 3492 section 6.3). */
  private static String punycode(String label) {
    int[] points = label.codePoints().toArray();
    StringBuilder code = new StringBuilder();
    Arrays.stream(points).filter(c -> c < 0x80).forEach(code::appendCodePoint);
    int basic = code.length();
    int handled = basic;
    if (basic > 0) {
      code.append('-');
    }
    int n = 0x80;
    int delta = 0;
    int bias = 72;
    while (handled < points.length) {
      int floor = n;
      int next = Arrays.stream(points).filter(c -> c >= floor).min().orElseThrow();
      delta += (next - n) * (handled + 1);
      n = next;
      for (int point : points) {
        delta += point < n ? 1 : 0;
        if (point == n) {
          appendVariableLength(code, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      n++;
    }
    return code.toString();
  }

  private static void appendVariableLength(StringBuilder code, int delta, int bias) {
    int q = delta;
    for (int k = BASE; ; k += BASE) {
      int t = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (q < t) {
        code.append(digit(q));
        return;
      }
      code.append(digit(t + (q - t) % (BASE - t)));
      q = (q - t) / (BASE - t);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int adapt(int delta, int points, boolean first) {
    int d = first ? delta / 700 : delta / 2;
    d += d / points;
    int k = 0;
    while (d > (BASE - T_MIN) * T_MAX / 2) {
      d /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * d / (d + 38);
  }
}
