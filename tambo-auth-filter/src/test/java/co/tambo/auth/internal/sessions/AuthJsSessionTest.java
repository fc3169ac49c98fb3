package co.tambo.auth.internal.sessions;

import static co.tambo.auth.internal.sessions.TestSession.CLAIMS;
import static co.tambo.auth.internal.sessions.TestSession.COOKIE;
import static co.tambo.auth.internal.sessions.TestSession.SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.parts.ProviderSamples;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthJsSessionTest {

  private static final int LONGEST = 32_768;

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Made by next-auth 4.24.15. */
  private static final String OF_VERSION_4 =
      "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..vBqLn20a6vWr_e8y."
          + "MwIvvWIL7RkkLFuhDU5hkihZVXP4OLMEtGSpQ86s1HKdihtkNU26Nef01JQAUuX0YXjal3SyI_Lnj0Xke-hR43"
          + "UzIbtWBOfdIzuTgAa7-8MTd6pN7_M07FsjgIU86xD2_0fEsOvNvHFQn9QIPGJPqRNX9Ybtr4p2cZ-T38EyVb5M"
          + "brG7IuxtrwgkZspYxm59JSU.lmJBh357hxF3IPUighykUw";

  private final AuthJsSession session = new AuthJsSession(List.of(SECRET), AuthJsSession.COOKIES);

  private static Stream<TestSession> sessions() {
    return Stream.of(
        TestSession.version5(),
        TestSession.version5(EncryptionMethod.A256GCM, SECRET, COOKIE),
        TestSession.version4());
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void sessionWithAKeyIdIsOpened(TestSession made) throws Exception {
    assertEquals(CLAIMS, opened(made.sealed(made.header().keyID(made.kid()).build())));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void sessionWithoutAKeyIdIsOpened(TestSession made) throws Exception {
    assertEquals(CLAIMS, opened(made.sealed()));
  }

  @Test
  void sessionOfNextAuthItselfIsOpened() throws Exception {
    assertEquals("Ada Example", Json.readObject(bytes(OF_VERSION_4)).get("name"));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void everyLengthIsOpened(TestSession made) throws Exception {
    for (int length = 0; length < 70; length++) {
      String claims = "x".repeat(length);
      assertEquals(claims, opened(made.sealed(made.header().build(), claims)));
    }
  }

  @Test
  void everyCookieHasItsKey() throws Exception {
    for (String cookie : AuthJsSession.COOKIES) {
      assertEquals(CLAIMS, opened(TestSession.version5(SECRET, cookie).sealed()));
    }
  }

  @Test
  void olderSecretStillOpens() throws Exception {
    AuthJsSession rotated = new AuthJsSession(List.of("newer", SECRET), List.of(COOKIE));

    for (TestSession made : sessions().toList()) {
      assertTrue(rotated.open(made.sealed()).isPresent());
      assertTrue(rotated.open(made.sealed(made.header().keyID(made.kid()).build())).isPresent());
    }
  }

  @Test
  void otherSecretDoesNotOpen() throws Exception {
    AuthJsSession other = new AuthJsSession(List.of(SECRET + "x"), AuthJsSession.COOKIES);

    for (TestSession made : sessions().toList()) {
      assertEquals(Optional.empty(), other.open(made.sealed()));
    }
  }

  @Test
  void otherCookieOfTheApplicationIsNoSession() throws Exception {
    assertRefused(TestSession.version5(SECRET, "authjs.state").sealed());
    assertRefused(TestSession.version5(EncryptionMethod.A256GCM, SECRET, "authjs.state").sealed());
  }

  @Test
  void keyIdOfAnotherKeyIsRefused() throws Exception {
    TestSession made = TestSession.version5();
    String other = TestSession.version5(SECRET, "__Secure-authjs.session-token").kid();

    assertRefused(made.sealed(made.header().keyID(other).build()));
    assertRefused(made.sealed(made.header().keyID("").build()));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void everyMutantOfOneBitIsRefused(TestSession made) throws Exception {
    List<String> mutants = Mutants.of(made.sealed()).toList();

    assertTrue(mutants.size() > 1000);
    mutants.forEach(this::assertRefused);
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void everyPartCounts(TestSession made) throws Exception {
    String[] one = made.sealed().split("\\.", -1);
    String[] other = made.sealed(made.header().contentType("JWT").build()).split("\\.", -1);

    for (int part : new int[] {0, 2, 3, 4}) {
      String[] mixed = one.clone();
      mixed[part] = other[part];
      assertRefused(String.join(".", mixed));
      mixed[part] = "";
      assertRefused(String.join(".", mixed));
    }
    one[1] = "AAAA";
    assertRefused(String.join(".", one));
  }

  @Test
  void numberOfPartsIsFive() throws Exception {
    String jwe = TestSession.version5().sealed();

    assertRefused(jwe + ".");
    assertRefused(jwe + ".AAAA");
    assertRefused("." + jwe);
    assertRefused(jwe.substring(0, jwe.lastIndexOf('.')));
    assertRefused(jwe.replace("..", "."));
    assertRefused("");
    assertRefused("....");
  }

  @Test
  void boundaryBeforeTheTagIsFixed() throws Exception {
    TestSession made = TestSession.version4();
    JWEObject jwe = JWEObject.parse(made.sealed());
    byte[] ciphertext = jwe.getCipherText().decode();
    byte[] all = Arrays.copyOf(ciphertext, ciphertext.length + 16);
    System.arraycopy(jwe.getAuthTag().decode(), 0, all, ciphertext.length, 16);
    String header = jwe.getHeader().toBase64URL().toString();
    byte[] iv = jwe.getIV().decode();

    assertEquals(CLAIMS, opened(TestSession.compact(header, iv, all, ciphertext.length)));
    for (int tagAt : new int[] {0, ciphertext.length - 1, ciphertext.length + 1, all.length}) {
      assertRefused(TestSession.compact(header, iv, all, tagAt));
    }
  }

  @Test
  void vectorHasTheLengthOfItsEncryption() throws Exception {
    String header = "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}";

    assertEquals(CLAIMS, opened(TestSession.version4().sealedUnder(header, new byte[12])));
    for (int length : new int[] {1, 11, 13, 16}) {
      assertRefused(TestSession.version4().sealedUnder(header, new byte[length]));
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void base64UrlHasOneSpelling(TestSession made) throws Exception {
    String jwe = made.sealed();
    String withoutLast = jwe.substring(0, jwe.length() - 1);

    assertRefused(jwe + "=");
    assertRefused(jwe + "\n");
    assertRefused(" " + jwe);
    assertRefused('"' + jwe + '"');
    assertRefused(jwe.replace(".", "=."));
    assertEquals(1, ALPHABET.chars().filter(c -> isOpened(withoutLast + (char) c)).count());
  }

  @Test
  void longestSessionIsOpenedAndALongerOneRefused() throws Exception {
    TestSession made = TestSession.version4();
    int overhead = made.sealed(made.header().build(), "").length();
    int longest = (LONGEST - overhead) / 4 * 3;

    String opened = made.sealed(made.header().build(), "x".repeat(longest));
    assertTrue(LONGEST - opened.length() < 4 && isOpened(opened));
    String refused = made.sealed(made.header().build(), "x".repeat(longest + 3));
    assertTrue(refused.length() > LONGEST);
    assertRefused(refused);
  }

  @Test
  void emptySecretIsRefused() {
    List<String> secrets = List.of(SECRET, "");

    assertThrows(
        IllegalArgumentException.class, () -> new AuthJsSession(secrets, AuthJsSession.COOKIES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"authjs-v5-jwe", "authjs-v5-jwe-secure"})
  @Tag("providers")
  void sampleIsOpened(String id) throws Exception {
    Map<String, Object> sample = ProviderSamples.read(id);
    Map<String, Object> cookie = ProviderSamples.object(sample, "cookie");
    AuthJsSession opening =
        new AuthJsSession(
            List.of(ProviderSamples.text(cookie, "secret")),
            List.of(ProviderSamples.text(cookie, "cookie")));

    byte[] claims = opening.open(ProviderSamples.text(cookie, "jwe")).orElseThrow();
    assertEquals(ProviderSamples.object(sample, "payload"), Json.readObject(claims));
  }

  @ParameterizedTest
  @ValueSource(strings = {"authjs-v5-jwe", "authjs-v5-jwe-secure"})
  @Tag("providers")
  void sampleHasTheKeyOfTheTests(String id) throws Exception {
    Map<String, Object> cookie = ProviderSamples.object(ProviderSamples.read(id), "cookie");
    TestSession made =
        TestSession.version5(
            ProviderSamples.text(cookie, "secret"), ProviderSamples.text(cookie, "cookie"));

    assertEquals(
        ProviderSamples.text(cookie, "key_b64url"),
        Base64.getUrlEncoder().withoutPadding().encodeToString(made.key()));
  }

  private void assertRefused(String jwe) {
    assertFalse(isOpened(jwe), jwe);
  }

  private boolean isOpened(String jwe) {
    return session.open(jwe).isPresent();
  }

  private String opened(String jwe) {
    return new String(bytes(jwe), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String jwe) {
    return session.open(jwe).orElseThrow();
  }
}
