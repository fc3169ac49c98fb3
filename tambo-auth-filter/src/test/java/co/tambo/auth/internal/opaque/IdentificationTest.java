package co.tambo.auth.internal.opaque;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentificationTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.github.com/user, https://api.github.com",
    "https://API.GitHub.com:443/user, https://api.github.com",
    "HTTPS://github.example:8443/api/v3/user, https://github.example:8443",
    "http://127.0.0.1:80/me?x=y, http://127.0.0.1",
    "http://[::1]:8080/me, http://[::1]:8080",
  })
  void originIsSpeltAsTamboSpellsIt(URI address, String origin) {
    assertEquals(origin, Identification.origin(address));
  }
}
