package co.tambo.auth.internal.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.parts.ProviderSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClerkCookieNamesTest {

  @Test
  void keysOwnNameComesFirst() {
    assertEquals(
        List.of("__session_l2OS3d9k", "__session"),
        ClerkCookieNames.ofPublishableKey("pk_test_Y2xlcmsuZXhhbXBsZS5jb20k"));
  }

  @Test
  void hostHasTheNamesOfBothKeys() {
    assertEquals(
        List.of("__session_l2OS3d9k", "__session_naoXFJnI", "__session"),
        ClerkCookieNames.ofFrontendApi("clerk.example.com"));
  }

  /** This host's keys would be padded, but Clerk hands them out without. */
  @Test
  void keysHaveNoPadding() {
    assertEquals(
        List.of("__session_WIvwTBTu", "__session_KRgxAm7K", "__session"),
        ClerkCookieNames.ofFrontendApi("exciting-eagle-75.clerk.accounts.dev"));
  }

  @Test
  void suffixIsBase64Url() {
    assertEquals(
        "__session_R-Pxg_zN",
        ClerkCookieNames.ofPublishableKey("pk_test_Y2xlcmsuc2hvcDExLmV4YW1wbGUk").get(0));
  }

  @Test
  @Tag("providers")
  void namesOfTheSampleAreRight() throws Exception {
    Map<String, Object> sample = ProviderSamples.read("clerk-cookie");

    assertEquals(
        ProviderSamples.object(sample, "expected").get("read"),
        ClerkCookieNames.ofPublishableKey(ProviderSamples.text(sample, "publishable_key")));
  }
}
