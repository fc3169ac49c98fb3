package co.tambo.auth.internal.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsOrLoopbackTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/keys",
        "HTTPS://a.example",
        "https://10.0.0.1/",
        "https://a.example/?p=b",
        "http://localhost:8080/",
        "http://LOCALHOST/",
        "http://127.0.0.1/",
        "http://127.1.2.3/",
        "http://127.255.255.255/",
        "http://[::1]:80/"
      })
  void addressIsAccepted(String address) {
    assertTrue(HttpsOrLoopback.accepts(URI.create(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/",
        "http://127.evil.example/",
        "http://127.0.0.1.evil.example/",
        "http://localhost.evil.example/",
        "http://localhost@evil.example/",
        "http://127.1/",
        "http://127.00.0.1/",
        "http://127.0.0.256/",
        "http://127.0.0127.27/",
        "http://128.0.0.1/",
        "http://[::2]/",
        "http://10.0.0.1/",
        "http://2130706433/",
        "https://user:password@a.example/",
        "https://a.example/#f",
        "ftp://a.example/",
        "file:///etc/passwd",
        "https:a.example",
        "https:///keys",
        "keys",
        "//a.example/"
      })
  @Attack({"K03", "X19"})
  void addressIsRefused(String address) {
    assertFalse(HttpsOrLoopback.accepts(URI.create(address)));
  }
}
