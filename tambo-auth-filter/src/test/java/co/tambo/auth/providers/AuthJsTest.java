package co.tambo.auth.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import co.tambo.auth.TamboPrincipal;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cookies of a real Auth.js, opened by its preset, and by Nimbus with the secret alone. */
@Tag("node")
class AuthJsTest {

  private static final String SECRET = "a secret that the test and Auth.js know";
  private static final String VERSION_5 = "Auth.js Generated Encryption Key (authjs.session-token)";
  private static final String VERSION_4 = "NextAuth.js Generated Encryption Key";

  private static AuthJs authJs;

  @BeforeAll
  static void start() throws Exception {
    authJs = AuthJs.withSecret(SECRET);
  }

  @AfterAll
  static void stop() {
    if (authJs != null) {
      authJs.close();
    }
  }

  @Test
  void sessionIsOpenedByTheKeyThatTheSecretAndTheCookiesNameMake() throws Exception {
    String cookie = authJs.login("ada", "").get(AuthJs.COOKIE);

    assertEquals(
        "A256CBC-HS512", EncryptedJWT.parse(cookie).getHeader().getEncryptionMethod().getName());
    assertEquals("ada", opened(cookie, key(AuthJs.COOKIE, VERSION_5, 64)).getSubject());
    byte[] ofAnotherCookie = key("__Secure-" + AuthJs.COOKIE, VERSION_5, 64);
    assertThrows(JOSEException.class, () -> opened(cookie, ofAnotherCookie));
  }

  @Test
  void bigSessionIsCutIntoChunksThatMakeOneToken() throws Exception {
    String note = "n".repeat(8000);
    Map<String, String> cookies = authJs.login("ada", note);

    assertEquals(
        Set.of(AuthJs.COOKIE + ".0", AuthJs.COOKIE + ".1", AuthJs.COOKIE + ".2"), cookies.keySet());
    JWTClaimsSet claims =
        opened(String.join("", cookies.values()), key(AuthJs.COOKIE, VERSION_5, 64));
    assertEquals(note, claims.getStringClaim("note"));
  }

  @Test
  void versionFoursSessionIsOpenedByItsOwnKey() throws Exception {
    String cookie = authJs.version4Cookie("ada");

    assertEquals("A256GCM", EncryptedJWT.parse(cookie).getHeader().getEncryptionMethod().getName());
    assertEquals("ada", opened(cookie, key("", VERSION_4, 32)).getSubject());
  }

  @Test
  void everySessionIsAUserToThePresetThatKnowsTheSecret() throws Exception {
    Map<String, String> chunks = authJs.login("grace", "n".repeat(8000));
    try (Guard guard = guard(SECRET)) {
      TamboPrincipal ada = guard.admitted(authJs.login("ada", "").get(AuthJs.COOKIE));
      assertEquals("oauth:user:ada", ada.contextKey());
      assertEquals("ada@example.com", ada.email().orElseThrow());
      assertEquals("grace", guard.admitted(String.join("", chunks.values())).subject());
      assertEquals("ada", guard.admitted(authJs.version4Cookie("ada")).subject());
    }
  }

  @Test
  void noSessionIsAUserToAnotherSecret() throws Exception {
    try (Guard guard = guard("another secret and just as long of another application")) {
      assertEquals("session_not_opened", guard.refused(authJs.login("ada", "").get(AuthJs.COOKIE)));
      assertEquals("session_not_opened", guard.refused(authJs.version4Cookie("ada")));
    }
  }

  private static Guard guard(String secret) {
    return Guard.of(Map.of("tambo.preset", "authjs", "tambo.session-secret", secret));
  }

  private static JWTClaimsSet opened(String cookie, byte[] key) throws Exception {
    EncryptedJWT token = EncryptedJWT.parse(cookie);
    token.decrypt(new DirectDecrypter(key));
    return token.getJWTClaimsSet();
  }

  /** HKDF with SHA-256 (RFC 5869); an empty salt is a block of zeros (section 2.2). */
  private static byte[] key(String salt, String info, int length) throws Exception {
    byte[] saltBytes = salt.isEmpty() ? new byte[32] : utf8(salt);
    byte[] extracted = hmac(saltBytes, utf8(SECRET));
    byte[] infoBytes = utf8(info);
    byte[] expanded = new byte[0];
    byte[] block = new byte[0];
    for (int i = 1; expanded.length < length; i++) {
      block = hmac(extracted, joined(joined(block, infoBytes), new byte[] {(byte) i}));
      expanded = joined(expanded, block);
    }
    return Arrays.copyOf(expanded, length);
  }

  private static byte[] hmac(byte[] key, byte[] message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static byte[] joined(byte[] left, byte[] right) {
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
