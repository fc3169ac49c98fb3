package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.config.AccessSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

  private static SameOrigin allowing(String... origins) {
    return new SameOrigin(
        new AccessSettings(
            AccessMode.REQUIRED, List.of(), List.of(), false, Set.of(origins), false, "tambo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void safeMethodNeedsNoProof(String method) {
    assertEquals(true, allowing().proven(FakeRequest.of(method, "/")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "get", "TRACE", "FOO"})
  void anyOtherMethodNeedsProof(String method) {
    assertEquals(false, allowing().proven(FakeRequest.of(method, "/")));
  }

  @ParameterizedTest
  @CsvSource({"same-origin,true", "same-site,false", "cross-site,false", "none,false", "x,false"})
  void fetchMetadataDecides(String site, boolean proven) {
    FakeRequest request =
        FakeRequest.of("POST", "/")
            .header("Sec-Fetch-Site", site)
            .header("Origin", "https://app.example");
    assertEquals(proven, allowing().proven(request));
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example,true",
    "https://app.example:443,false",
    "http://app.example,false",
    "https://app.example.evil,false",
    "null,false"
  })
  void originMustBeTheRequestsOwn(String origin, boolean proven) {
    assertEquals(proven, allowing().proven(FakeRequest.of("POST", "/").header("Origin", origin)));
  }

  @Test
  void configuredOriginsReplaceTheRequestsOwn() {
    SameOrigin shop = allowing("https://shop.example");
    assertEquals(
        true, shop.proven(FakeRequest.of("POST", "/").header("Origin", "https://shop.example")));
    assertEquals(
        false, shop.proven(FakeRequest.of("POST", "/").header("Origin", "https://app.example")));
  }

  @Test
  void twoOriginsProveNothing() {
    FakeRequest request =
        FakeRequest.of("POST", "/")
            .header("Origin", "https://app.example")
            .header("Origin", "https://app.example");
    assertEquals(false, allowing().proven(request));
  }
}
