package co.tambo.auth.internal.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import co.tambo.auth.internal.sessions.CookieToken.Conflict;
import co.tambo.auth.internal.sessions.CookieToken.Found;
import co.tambo.auth.internal.sessions.CookieToken.None;
import co.tambo.auth.internal.sessions.CookieToken.Unreadable;
import co.tambo.auth.parts.ProviderSamples;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieTokenTest {

  private static final int LONGEST = 32_768;
  private static final String SESSION =
      "{\"access_token\":\"a.b.c\",\"refresh_token\":\"secret\",\"user\":{\"name\":\"Zo\u00eb + 1\"}}";

  private final Map<String, List<String>> cookies = new HashMap<>();

  @Test
  void valueIsTheToken() {
    assertEquals(new Found("a.b.c"), single("a.b.c"));
  }

  @Test
  void noCookieNoToken() {
    cookies.put("other", List.of("a.b.c"));
    cookies.put("s.1", List.of("a.b.c"));

    assertEquals(new None(), read());
  }

  @Test
  void emptyCookieIsNone() {
    assertEquals(new None(), single(""));
  }

  @Test
  void cookieTwiceIsAConflict() {
    cookies.put("s", List.of("a.b.c", "a.b.c"));

    assertEquals(new Conflict(), read());
  }

  @Test
  void quotesBelongToTheValue() {
    assertEquals(new Found("\"a.b.c\""), single("\"a.b.c\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Fe26.2*1*x~2", "eyJ..a.b.c", "ya29.x", "[\"a\"]", "base64", "Base64-e30", "%5B"})
  void otherShapesAreTokensAsTheyAre(String value) {
    assertEquals(new Found(value), single(value));
  }

  @Test
  void chunksAreJoinedByNumber() {
    cookies.put("s.1", List.of("b."));
    cookies.put("s.2", List.of("c"));
    cookies.put("s.0", List.of("a."));

    assertEquals(new Found("a.b.c"), read());
  }

  @Test
  void plainNameWinsOverChunks() {
    cookies.put("s.0", List.of("old"));

    assertEquals(new Found("new"), single("new"));
  }

  @Test
  void emptyPlainCookieDoesNotHideChunks() {
    cookies.put("s.0", List.of("a"));

    assertEquals(new Found("a"), single(""));
  }

  @Test
  void joiningEndsWhereAChunkIsMissing() {
    cookies.put("s.0", List.of("a"));
    cookies.put("s.2", List.of("c"));

    assertEquals(new Found("a"), read());
  }

  @Test
  void chunkTwiceIsAConflict() {
    cookies.put("s.0", List.of("a"));
    cookies.put("s.1", List.of("b", "b"));

    assertEquals(new Conflict(), read());
  }

  @Test
  void tenChunksAreRead() {
    chunks(10, 1);

    assertEquals(new Found("x".repeat(10)), read());
  }

  @Test
  void elevenChunksAreUnreadable() {
    chunks(11, 1);

    assertEquals(new Unreadable(), read());
  }

  @Test
  void longestValueIsRead() {
    assertEquals(new Found("x".repeat(LONGEST)), single("x".repeat(LONGEST)));
    cookies.clear();
    chunks(8, LONGEST / 8);
    assertEquals(new Found("x".repeat(LONGEST)), read());
  }

  @Test
  void longerValueIsUnreadable() {
    assertEquals(new Unreadable(), single("x".repeat(LONGEST + 1)));
    cookies.clear();
    chunks(8, LONGEST / 8);
    cookies.put("s.8", List.of("x"));
    assertEquals(new Unreadable(), read());
  }

  @Test
  void accessTokenOfASessionIsTheToken() {
    assertEquals(new Found("a.b.c"), single("base64-" + base64Url(SESSION)));
    assertEquals(new Found("a.b.c"), single(SESSION));
    assertEquals(new Found("a.b.c"), single(percent(SESSION)));
    assertEquals(new Found("a.b.c"), single(percent(SESSION).replace("%7B", "%7b")));
  }

  @Test
  void sessionInChunksIsRead() {
    String value = "base64-" + base64Url(SESSION);
    cookies.put("s.0", List.of(value.substring(0, 5)));
    cookies.put("s.1", List.of(value.substring(5, 40)));
    cookies.put("s.2", List.of(value.substring(40)));

    assertEquals(new Found("a.b.c"), read());
  }

  @Test
  void escapesKeepTheirMeaning() {
    assertEquals(new Found("a+b c%"), single("%7B%22access_token%22:%22a+b%20c%25%22%7D"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"access_token\":null}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":7}",
        "{\"access_token\":{\"access_token\":\"a\"}}",
        "{\"refresh_token\":\"secret\"}",
        "{\"session\":{\"access_token\":\"a\"}}",
        "{\"access_token\":\"a\",\"access_token\":\"b\"}",
        "{\"access_token\":\"a\",\"user\":{\"id\":1,\"id\":2}}",
        "{\"access_token\":\"a\"",
        "{\"access_token\":\"a\"}}",
        "{access_token:\"a\"}"
      })
  void sessionWithoutAnAccessTokenIsUnreadable(String session) {
    assertEquals(new Unreadable(), single(session));
    assertEquals(new Unreadable(), single("base64-" + base64Url(session)));
    assertEquals(new Unreadable(), single(percent(session)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base64-",
        "base64-eyJhY2Nlc3NfdG9rZW4iOiJhIn0=",
        "base64-eyJhY2Nlc3NfdG9rZW4iOiJhIn1",
        "base64- eyJhY2Nlc3NfdG9rZW4iOiJhIn0",
        "base64-eyJhY2Nlc3NfdG9rZW4iOiJhIn0.",
        "base64-base64-eyJhY2Nlc3NfdG9rZW4iOiJhIn0",
        "%7B%22access_token%22:%22a%22%7",
        "%7B%22access_token%22:%22a%22%7D%",
        "%7B%22access_token%22:%22a%22%7G",
        "%7B%22access_token%22:%22a%22%\uff17D",
        "%7B%22access_token%22:%22a\u0122%7D",
        "%7B%22access_token%22:%22%EB%22%7D"
      })
  void brokenContainerIsUnreadable(String value) {
    assertEquals(new Unreadable(), single(value));
  }

  @Test
  void controlsOfTheBrokenContainersAreRead() {
    assertEquals(new Found("a"), single("base64-eyJhY2Nlc3NfdG9rZW4iOiJhIn0"));
    assertEquals(new Found("a"), single("%7B%22access_token%22:%22a%22%7D"));
  }

  @Test
  void tokenIsNotPrinted() {
    assertFalse(single("a.b.c").toString().contains("a.b.c"));
  }

  @Test
  @Tag("providers")
  void sessionOfSupabaseIsRead() throws Exception {
    Map<String, Object> cookie =
        ProviderSamples.object(ProviderSamples.read("supabase-cookie"), "cookie");
    String token = ProviderSamples.text(ProviderSamples.object(cookie, "session"), "access_token");

    assertEquals(new Found(token), single(ProviderSamples.text(cookie, "value")));
  }

  private void chunks(int count, int length) {
    Stream.iterate(0, i -> i < count, i -> i + 1)
        .forEach(i -> cookies.put("s." + i, List.of("x".repeat(length))));
  }

  private CookieToken single(String value) {
    cookies.put("s", List.of(value));
    return read();
  }

  private CookieToken read() {
    return CookieToken.read("s", name -> cookies.getOrDefault(name, List.of()));
  }

  private static String base64Url(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8);
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
