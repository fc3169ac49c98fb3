package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.internal.verify.TokenVerifier.Verdict;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Any token: accepted only as the secret has signed it. A text that begins with a brace is a header
 * and, on the lines after it, a payload, rightly signed here first.
 */
class TokenFuzzTest {

  private static final byte[] SECRET =
      "a secret of the fuzz target, 32 bytes or more".getBytes(StandardCharsets.UTF_8);
  private static final TestTime TIME = new TestTime();
  private static final TokenVerifier VERIFIER =
      TokenVerifier.signed(
          List.of(
              Providers.hmac(
                  "https://idp.example",
                  KeyMaterial.fromSecret(SECRET, Set.of(JwsAlgorithm.HS256)).keys())),
          provider -> KeySource.fixed(provider.keys()),
          TIME);

  @FuzzTest
  void anyToken(byte[] input) throws GeneralSecurityException {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    String token = text.startsWith("{") ? signed(text) : text;
    Verdict verdict = VERIFIER.verify(token);
    if (verdict instanceof Accepted accepted) {
      assertSigned(token);
      assertSound(accepted.token());
    } else {
      assertInstanceOf(Refused.class, verdict);
    }
  }

  private static void assertSigned(String token) throws GeneralSecurityException {
    String input = token.substring(0, token.lastIndexOf('.'));
    assertEquals(input + "." + base64Url(mac(input)), token);
    assertTrue(token.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}"));
  }

  private static void assertSound(VerifiedToken token) {
    assertEquals("https://idp.example", token.issuer());
    assertFalse(token.subject().isBlank());
    assertTrue(token.expiresAt().plusSeconds(30).isAfter(TIME.now()));
    assertFalse(token.claims().containsKey("cnf"));
  }

  private static String signed(String text) throws GeneralSecurityException {
    int end = text.indexOf('\n');
    String header = end < 0 ? "{\"alg\":\"HS256\"}" : text.substring(0, end);
    String payload = end < 0 ? text : text.substring(end + 1);
    String input = base64Url(latin1(header)) + "." + base64Url(latin1(payload));
    return input + "." + base64Url(mac(input));
  }

  private static byte[] mac(String input) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    return mac.doFinal(latin1(input));
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
