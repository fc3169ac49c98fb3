package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {

  @ParameterizedTest
  @CsvSource({
    "https, app.example, 443, https://app.example",
    "https, app.example, 80, https://app.example:80",
    "http, app.example, 80, http://app.example",
    "http, app.example, 443, http://app.example:443",
    "HTTPS, App.Example, 443, https://app.example",
    "https, ::1, 8443, https://[::1]:8443",
    "https, [::1], 443, https://[::1]",
    "http, 2001:DB8::1, 80, http://[2001:db8::1]"
  })
  void originIsSpeltAsABrowserSpellsIt(String scheme, String host, int port, String origin) {
    assertEquals(origin, RequestTarget.origin(scheme, host, port));
  }
}
