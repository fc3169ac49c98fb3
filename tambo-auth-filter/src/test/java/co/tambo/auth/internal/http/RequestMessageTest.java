package co.tambo.auth.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMessageTest {

  private static String message(HttpRequest.Builder request) {
    return new String(RequestMessage.bytes(request.build()), StandardCharsets.UTF_8)
        .replace("\r\n", "|");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example,/,a.example",
    "https://a.example:8443/x%20y/?q=%2F,/x%20y/?q=%2F,a.example:8443",
    "https://a.example?q,/?q,a.example",
    "http://[::1]:80/x,/x,[::1]:80"
  })
  void getHasTheTargetAndTheHost(String uri, String target, String host) {
    assertEquals(
        "GET " + target + " HTTP/1.1|Host: " + host + "|Connection: close|A: b||",
        message(HttpRequest.newBuilder(URI.create(uri)).header("A", "b")));
  }

  @Test
  void postHasItsBodyAndItsLengthInBytes() {
    assertEquals(
        "POST / HTTP/1.1|Host: a.example|Connection: close|Content-Length: 6||a=é&b",
        message(
            HttpRequest.newBuilder(URI.create("https://a.example/"))
                .POST(BodyPublishers.ofString("a=é&b"))));
    assertEquals(
        "POST / HTTP/1.1|Host: a.example|Connection: close|Content-Length: 0||",
        message(
            HttpRequest.newBuilder(URI.create("https://a.example/"))
                .POST(BodyPublishers.noBody())));
  }
}
