package co.tambo.auth.internal.sessions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the cookies in which Clerk keeps its session token, in the order in which they are
 * to be tried: one of the application's own for each of its publishable keys, then the common one,
 * which applications on sibling domains overwrite for each other.
 */
public final class ClerkCookieNames {

  private static final String COMMON = "__session";
  private static final int SUFFIX_LENGTH = 8;

  private ClerkCookieNames() {}

  /** Returns the names for a publishable key ({@code pk_test_…}, {@code pk_live_…}). */
  public static List<String> ofPublishableKey(String key) {
    return List.of(own(key), COMMON);
  }

  /**
   * Returns the names for the host of a Frontend API ({@code clerk.example.com}), which both of its
   * publishable keys spell out.
   */
  public static List<String> ofFrontendApi(String host) {
    byte[] marked = (host + "$").getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(marked);
    return Stream.of(own("pk_test_" + encoded), own("pk_live_" + encoded), COMMON).toList();
  }

  private static String own(String publishableKey) {
    byte[] sha1 = Digests.of("SHA-1", publishableKey.getBytes(StandardCharsets.UTF_8));
    return COMMON + "_" + Base64.getUrlEncoder().encodeToString(sha1).substring(0, SUFFIX_LENGTH);
  }
}
