package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.parts.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextKeyTest {

  private static final int SAMPLES_WITH_A_KEY = 25;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "https://idp.example.test|oauth:user:idp.example.test:u",
        "https://IDP.Example.test:8443/realms/one|oauth:user:idp.example.test:u",
        "https://user:secret@idp.example.test|oauth:user:idp.example.test:u",
        "https://bücher.example|oauth:user:xn--bcher-kva.example:u",
        "https:\\\\idp.example.test|oauth:user:idp.example.test:u",
        "  https://idp.example.test  |oauth:user:idp.example.test:u",
        "accounts.google.com|oauth:user:accounts.google.com:u",
        "localhost:3000|oauth:user::u",
        "urn:x|oauth:user::u",
        "better-auth:session-cache|oauth:user::u",
        "https://[::1]:8443|oauth:user:[::1]:u",
        "https://|oauth:user:https___:u",
        "https://idp.example.test:99999|oauth:user:https___idp.example.test_99999:u",
        "my issuer|oauth:user:my_issuer:u",
      })
  void hostOfTheIssuerIsTheNameSpace(String issuer, String key) {
    assertEquals(key, ContextKey.of(Map.of("sub", "u", "original_iss", issuer)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://accounts.google.com, hd, oauth:user:accounts.google.com:o:u",
    "accounts.google.com, hd, oauth:user:accounts.google.com:o:u",
    "https://login.microsoftonline.com/x/v2.0, tid, oauth:user:login.microsoftonline.com:o:u",
    "https://x.microsoftonline.com, tid, oauth:user:x.microsoftonline.com:o:u",
    "https://sts.windows.net/x/, tid, oauth:user:sts.windows.net:o:u",
    "https://login.microsoftonline.us/x, tid, oauth:user:login.microsoftonline.us:u",
    "https://idp.example.test, hd, oauth:user:idp.example.test:u",
    "https://idp.example.test, tid, oauth:user:idp.example.test:u",
    "https://idp.example.test, org_id, oauth:user:idp.example.test:o:u",
  })
  void organisationIsPartOfTheKeyWhereTamboTrustsIt(String issuer, String claim, String key) {
    assertEquals(
        key, ContextKey.of(Map.of("sub", "u", "original_iss", issuer, "original_" + claim, "o")));
  }

  @Test
  void organisationsThatAreNoTextOrBlankAreIgnored() {
    String issuer = "https://idp.example.test";

    for (Object organisation : new Object[] {7, " ", Map.of()}) {
      assertEquals(
          "oauth:user:idp.example.test:u",
          ContextKey.of(
              Map.of("sub", "u", "original_iss", issuer, "original_org_id", organisation)));
    }
  }

  @Test
  @Tag("vectors")
  void samplesOfAllProvidersHaveTambosOwnKeys() throws Exception {
    List<Executable> checks = new ArrayList<>();
    for (Object sample : samples()) {
      Map<?, ?> expected = (Map<?, ?>) ((Map<?, ?>) sample).get("expected");
      if (((Map<?, ?>) sample).get("payload") instanceof Map<?, ?> payload
          && expected != null
          && expected.get("contextKey") instanceof String key) {
        checks.add(() -> assertEquals(key, ContextKey.of(issued(payload))));
      }
    }

    assertEquals(SAMPLES_WITH_A_KEY, checks.size());
    assertAll(checks);
  }

  private static Map<String, @Nullable Object> issued(Map<?, ?> payload) {
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put("sub", payload.get("sub"));
    for (String name : List.of("iss", "hd", "tid", "org_id")) {
      claims.put("original_" + name, payload.get(name));
    }
    return claims;
  }

  private static List<?> samples() throws Exception {
    String vectors = System.getProperty("tambo.vectors", "");
    Path file = Path.of(vectors, "..", "providers", "samples.json");
    Part.VECTORS.needed(
        !vectors.isEmpty() && Files.exists(file),
        "the providers' sample tokens, for tambo.vectors names none");
    return (List<?>)
        Objects.requireNonNull(Json.readObject(Files.readAllBytes(file)).get("samples"));
  }
}
