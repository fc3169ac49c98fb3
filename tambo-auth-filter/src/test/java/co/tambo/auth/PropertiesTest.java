package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.AccessSettings;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.parts.Cases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every user, path and log line. */
class PropertiesTest {

  private static final List<String> ISSUERS =
      List.of(
          "https://accounts.google.com",
          "https://login.microsoftonline.com/t/v2.0",
          "https://idp.example/realms/a",
          "accounts.google.com",
          "urn:x",
          "https://[::1]:1/",
          "https://");
  private static final List<String> SEGMENTS =
      List.of("app", "me", "public", "ping", "Public", "publicity", "x.css", "a b", "\u00e9", "~");

  private static final PathRules RULES =
      new PathRules(
          new AccessSettings(
              AccessMode.REQUIRED,
              List.of("/public/*", "/ping", "*.css"),
              List.of("/optional/*"),
              false,
              Set.of(),
              false,
              "tambo"));

  @Test
  void contextKeyIsTotalAndStable() {
    Cases.each(
        5 * Cases.COUNT,
        random -> {
          String issuer =
              Cases.mutated(random, Cases.oneOf(random, ISSUERS), Cases.text(random, 9) + "a");
          String subject = Cases.text(random, 20);
          Map<String, Object> claims = new LinkedHashMap<>();
          for (String name : List.of("hd", "tid", "org_id")) {
            if (random.nextBoolean()) {
              claims.put(name, random.nextInt(4) == 0 ? 7L : Cases.text(random, 5));
            }
          }
          String key = ContextKey.of(issuer, subject, claims::get);
          assertTrue(key.startsWith("oauth:user:"), key);
          assertTrue(key.endsWith(subject), key);
          assertEquals(key, ContextKey.of(copy(issuer), copy(subject), claims::get));
          claims.put("email", "x");
          assertEquals(key, ContextKey.of(issuer, subject, claims::get));
        });
  }

  private static String copy(String text) {
    return new String(text.toCharArray());
  }

  @Test
  void subjectsOfOneIssuerHaveKeysOfTheirOwn() {
    Cases.each(
        random -> {
          String issuer = Cases.oneOf(random, ISSUERS);
          String one = Cases.text(random, 6);
          String other = Cases.text(random, 6);
          assertEquals(
              one.equals(other),
              ContextKey.of(issuer, one, name -> null)
                  .equals(ContextKey.of(issuer, other, name -> null)));
        });
  }

  @Test
  void everySpellingOfAProtectedPathIsProtected() {
    int[] spelt = {0};
    Cases.each(
        10 * Cases.COUNT,
        random -> {
          String path = path(random);
          if (access(encoded(path), path) != AccessMode.REQUIRED) {
            return;
          }
          String raw = encoded(path);
          for (int i = 0; i <= random.nextInt(3); i++) {
            raw = spelling(random, raw);
          }
          String read = Readings.plain(raw);
          assertEquals(AccessMode.REQUIRED, access(raw, read), raw);
          assertEquals(AccessMode.REQUIRED, access(raw, path), raw);
          spelt[0] += raw.equals(encoded(path)) ? 0 : 1;
        });
    assertTrue(spelt[0] > Cases.COUNT, "spelt " + spelt[0]);
  }

  @Test
  void openPathIsOpenInEveryReading() {
    int[] open = {0};
    Cases.each(
        10 * Cases.COUNT,
        random -> {
          String raw = encoded(path(random));
          String tried = random.nextBoolean() ? raw : spelling(random, raw);
          if (access(tried, Readings.plain(tried)) != AccessMode.REQUIRED) {
            String wildest = Readings.wildest(tried);
            assertTrue(wildest.matches("/public(/.*)?|/ping|/.*\\.css"), tried);
            open[0]++;
          }
        });
    assertTrue(open[0] > Cases.COUNT, "open " + open[0]);
  }

  private static AccessMode access(String raw, String path) {
    return RULES.of(new RequestTarget("https://a.example", raw, "", path, null)).mode();
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      path.append('/').append(Cases.oneOf(random, SEGMENTS));
    }
    return path.toString();
  }

  private static String encoded(String path) {
    return path.replace(" ", "%20").replace("\u00e9", "%C3%A9");
  }

  /** Returns another text that some container reads as the same path. */
  private static String spelling(Random random, String raw) {
    int slash = raw.indexOf('/', random.nextInt(raw.lastIndexOf('/') + 1));
    String before = raw.substring(0, slash);
    String after = raw.substring(slash);
    int at = slash + 1 + random.nextInt(raw.length() - slash - 1);
    char c = raw.charAt(at);
    return switch (random.nextInt(9)) {
      case 0 -> before + "/." + after;
      case 1 -> before + "/public/.." + after;
      case 2 -> before + "/" + after;
      case 3 -> before + ";x=.css" + after;
      case 4 -> raw + ";.css";
      case 5 -> before + "/%2e" + after;
      case 6 -> before + "/public/%2E%2e" + after;
      case 7 -> before + "/public/..;" + after;
      default ->
          c == '%' || c == '/' || isHex(raw, at)
              ? raw
              : raw.substring(0, at) + "%%%02x".formatted((int) c) + raw.substring(at + 1);
    };
  }

  private static boolean isHex(String raw, int at) {
    return raw.lastIndexOf('%', at) >= Math.max(0, at - 2);
  }

  @Test
  void logLineOfADecisionIsOneLine() {
    Lines lines = new Lines();
    try (Desk desk = new Desk()) {
      TamboAuthenticator authenticator =
          desk.open(
              Map.of("tambo.issuer", "https://idp.example", "tambo.audience", "https://a.example"));
      LoggingListener listener = new LoggingListener(lines);
      Cases.each(
          random -> {
            String token = token(random);
            authenticator.authenticate(
                FakeRequest.get("/" + Cases.text(random, 20))
                    .header("Authorization", "Bearer " + token));
            desk.heard.decisions.forEach(listener::decided);
            assertEquals(1, desk.heard.decisions.size());
            desk.heard.decisions.clear();
            assertEquals(List.of(), desk.heard.defects);
            assertEquals(1, lines.all.size());
            String line = lines.all.remove(0);
            assertTrue(line.matches("[ -~]{1,800}"), line);
            assertTrue(line.contains(" issuer="), line);
            assertFalse(line.contains(token), line);
          });
    }
  }

  private static String token(Random random) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("kid", whole(Cases.text(random, 200)));
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "x" + whole(Cases.text(random, 200)));
    claims.put("sub", whole(Cases.text(random, 20)));
    return base64Url(header) + "." + base64Url(claims) + ".AAAA";
  }

  /** JSON that is strict knows no halves of surrogate pairs. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String base64Url(Map<String, Object> json) {
    byte[] bytes = Json.write(json).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps what is logged. */
  private static final class Lines implements System.Logger {

    private final List<String> all = new ArrayList<>();

    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
      all.add(text);
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        String format,
        @Nullable Object... parameters) {
      all.add(format);
    }
  }
}
