package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TamboTransportTest {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final TamboCalls calls = new TamboCalls(tambo);

  @AfterEach
  void stop() {
    tambo.close();
    issuer.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Access-Control-Allow-Origin, *",
    "X-Frame-Options, DENY",
    "X-Content-Type-Options, nosniff",
    "Referrer-Policy, no-referrer",
    "Connection, keep-alive",
    "Keep-Alive, timeout=5",
  })
  void everyAnswerHasTambosHeaders(String name, String value) throws IOException {
    assertEquals(value, raw("GET", "/v1/nope").header(name).orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WWW-Authenticate", "Cache-Control", "Pragma", "Retry-After", "Set-Cookie"})
  void noAnswerHasTheHeadersThatTamboNeverSends(String name) {
    for (String token : new String[] {issuer.token("alice").text(), "opaque"}) {
      assertTrue(calls.exchange(token).headers().firstValue(name).isEmpty());
    }
  }

  @Test
  void answersCarryAWeakEntityTag() throws IOException {
    String tag = raw("GET", "/v1/nope").header("ETag").orElse("");

    assertTrue(tag.matches("W/\"[0-9a-f]+-[A-Za-z0-9+/]{27}\""), tag);
  }

  @Test
  void headersOver16KiBAreRefusedWithoutABody() throws IOException {
    RawHttp.RawAnswer refused = padded(17_000);

    assertEquals(431, refused.status());
    assertEquals("", refused.body());
    assertTrue(refused.header("Content-Type").isEmpty());
    assertEquals(200, padded(15_000).status());
  }

  @Test
  void bodyOverTenMegabytesIsTooLarge() {
    assertEquals(201, withPadding(9_900_000).statusCode());

    HttpResponse<String> refused = withPadding(10_600_000);
    assertEquals(413, refused.statusCode());
    assertEquals("{\"statusCode\":413,\"message\":\"request entity too large\"}", refused.body());
  }

  @Test
  void moreThanAThousandParametersAreTooMany() {
    HttpResponse<String> refused =
        TamboCalls.send(calls.post(TamboCalls.form("opaque") + "&x=1".repeat(998)), tambo.apiKey());

    assertEquals(413, refused.statusCode());
    assertEquals("{\"statusCode\":413,\"message\":\"too many parameters\"}", refused.body());
  }

  @Test
  void gzippedBodyIsRead() throws IOException {
    tambo.project().validateBy(ValidationMode.none());
    HttpRequest.Builder request =
        Http.request(tambo.url() + "/oauth/token")
            .POST(BodyPublishers.ofByteArray(gzip(TamboCalls.form("opaque"))))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Content-Encoding", "gzip");

    assertEquals(201, TamboCalls.send(request, tambo.apiKey()).statusCode());
  }

  @Test
  void preflightAllowsEverything() throws IOException {
    RawHttp.RawAnswer answer = raw("OPTIONS", "/oauth/token");

    assertEquals(204, answer.status());
    assertEquals("*", answer.header("Access-Control-Allow-Origin").orElse(""));
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    HttpResponse<String> answer =
        TamboCalls.send(
            Http.request(tambo.url() + "/v1/threads?userKey=a")
                .method("HEAD", BodyPublishers.noBody()),
            tambo.apiKey());

    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
  }

  private HttpResponse<String> withPadding(int size) {
    tambo.project().validateBy(ValidationMode.none());
    return TamboCalls.send(
        calls.post(TamboCalls.form("opaque") + "&x=" + "x".repeat(size)), tambo.apiKey());
  }

  private RawHttp.RawAnswer raw(String method, String target) throws IOException {
    return RawHttp.send(tambo.url(), method, target, List.of(), "");
  }

  private RawHttp.RawAnswer padded(int size) throws IOException {
    return RawHttp.send(
        tambo.url(),
        "GET",
        "/v1/threads?userKey=a",
        List.of(Map.entry("x-api-key", tambo.apiKey()), Map.entry("X-Pad", "x".repeat(size))),
        "");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
