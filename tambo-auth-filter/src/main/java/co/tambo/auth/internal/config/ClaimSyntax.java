package co.tambo.auth.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** How the settings about claims are written. */
final class ClaimSyntax {

  private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)+");
  private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

  /** From none to five minutes. */
  static final Syntax<Duration> CLOCK_SKEW = Syntax.duration(Duration.ZERO, Duration.ofMinutes(5));

  /** A claim name, or a JSON Pointer (RFC 6901). */
  static final Syntax<String> CLAIM =
      Syntax.text(
          text -> isName(text) && (!text.startsWith("/") || POINTER.matcher(text).matches()),
          "must be a claim name, or a JSON Pointer such as /realm_access/roles");

  /** What is compared with a claim. */
  static final Syntax<String> NAME =
      Syntax.text(
          text -> isName(text) && !text.equals("none"),
          "must be a plain text; the word none stands alone");

  /** Scope tokens (RFC 6749 section 3.3). */
  static final Syntax<List<String>> SCOPES =
      Syntax.list(
          Syntax.text(
              text -> SCOPE.matcher(text).matches(), "a scope has no blanks, no \" and no \\"));

  private ClaimSyntax() {}

  private static boolean isName(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }
}
