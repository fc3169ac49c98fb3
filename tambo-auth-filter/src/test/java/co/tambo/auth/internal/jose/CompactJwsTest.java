package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {

  private static final String HEADER = TestKeys.base64url("{\"alg\":\"RS256\"}");
  private static final String PAYLOAD = TestKeys.base64url("{}");

  private static Rejection refusal(String compact) {
    TokenRejectedException refusal =
        assertThrows(TokenRejectedException.class, () -> CompactJws.parse(compact));
    return refusal.rejection();
  }

  private static String withHeader(String header) {
    return TestKeys.base64url(header) + "." + PAYLOAD + ".AAAA";
  }

  private static CompactJws parsed(String header) throws TokenRejectedException {
    return CompactJws.parse(withHeader(header));
  }

  @Test
  void partsAreDecoded() throws TokenRejectedException {
    CompactJws jws = parsed("{\"alg\":\"ES256\",\"kid\":\"a\"}");
    assertEquals(JwsAlgorithm.ES256, jws.algorithm());
    assertEquals("a", jws.kid());
    assertArrayEquals(new byte[] {'{', '}'}, jws.payload());
    assertArrayEquals(new byte[3], jws.signature());
  }

  @Test
  void kidMayBeAbsent() throws TokenRejectedException {
    assertNull(parsed("{\"alg\":\"ES256\"}").kid());
  }

  @Test
  void emptyPayloadIsLeftToTheClaims() throws TokenRejectedException {
    assertEquals(0, CompactJws.parse(HEADER + "..AAAA").payload().length);
  }

  @Nested
  class Form {

    @Test
    void longestTokenIsLookedAtAndNoLongerOne() throws TokenRejectedException {
      String start = HEADER + "." + PAYLOAD + ".";
      int left = CompactJws.MAX_LENGTH - start.length();
      String longest = start + "A".repeat(left - left % 4);
      assertEquals(JwsAlgorithm.RS256, CompactJws.parse(longest).algorithm());
      assertEquals(Rejection.TOO_LONG, refusal(".".repeat(CompactJws.MAX_LENGTH + 1)));
      assertEquals(Rejection.NOT_COMPACT_JWS, refusal(".".repeat(CompactJws.MAX_LENGTH)));
    }

    @Test
    void longHeaderIsNotLookedAt() {
      String kid = "k".repeat(CompactJws.MAX_HEADER_LENGTH);
      assertEquals(
          Rejection.TOO_LONG, refusal(withHeader("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}")));
    }

    @Test
    void longestHeaderIsLookedAt() throws TokenRejectedException {
      String header = "{\"alg\":\"RS256\",\"x\":\"" + "x".repeat(3050) + "\"}";
      assertEquals(
          CompactJws.MAX_HEADER_LENGTH,
          TestKeys.base64url(header.getBytes(StandardCharsets.UTF_8)).length());
      assertTrue(parsed(header).header().containsKey("x"));
      String longer = "{\"alg\":\"RS256\",\"x\":\"" + "x".repeat(3051) + "\"}";
      assertEquals(Rejection.TOO_LONG, refusal(withHeader(longer)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ".",
          "..",
          "...",
          "a",
          "a.b",
          "a.b.c.d",
          "a.b.c.d.e",
          ".b.c",
          "..c",
          "null",
          "{\"payload\":\"Zm9v\",\"signatures\":[]}"
        })
    void onlyThreePartsAreAJws(String compact) {
      assertEquals(Rejection.NOT_COMPACT_JWS, refusal(compact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", " ", "\n", "?", "+", "/", "\u00e9", "\u0000"})
    void everyPartHasOneSpelling(String end) {
      for (String compact :
          new String[] {
            HEADER + end + "." + PAYLOAD + ".AAAA",
            HEADER + "." + PAYLOAD + end + ".AAAA",
            HEADER + "." + PAYLOAD + ".AAAA" + end
          }) {
        assertEquals(Rejection.NOT_CANONICAL_BASE64URL, refusal(compact));
      }
    }

    @Test
    void bitsToSpareAreZero() {
      assertEquals(Rejection.NOT_CANONICAL_BASE64URL, refusal(HEADER + ".e31.AAAA"));
      assertEquals(Rejection.NOT_CANONICAL_BASE64URL, refusal(HEADER + ".e30.AAB"));
    }

    @Test
    void textOutsideLatinIsRefused() {
      assertEquals(
          Rejection.NOT_CANONICAL_BASE64URL,
          refusal("\uD83D\uDE00".repeat(20) + ".\uD83D\uDE00.\uD83D"));
    }

    @Test
    void emptySignatureIsNone() {
      assertEquals(Rejection.BAD_SIGNATURE, refusal(HEADER + "." + PAYLOAD + "."));
    }
  }

  @Nested
  class Header {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[[\"alg\",\"RS256\"]]",
          "{\"alg\":\"RS256\",\"alg\":\"RS256\"}",
          "{\"alg\":\"RS256\"}x",
          "{\"alg\":\"RS256\",\"x\":{\"a\":1,\"a\":1}}",
          "\uFEFF{\"alg\":\"RS256\"}",
          "null",
          "{\"alg\":\"RS256\",\"kid\":1}",
          "{\"alg\":\"RS256\",\"kid\":null}",
          "{\"alg\":\"RS256\",\"kid\":[\"a\"]}"
        })
    void isStrictJson(String header) {
      assertEquals(Rejection.HEADER_NOT_STRICT_JSON, refusal(withHeader(header)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"none\"", "\"None\"", "\"NONE\"", "\"nOnE\"", "\"ES256K\"", "\"ES521\"", "\"rs256\"",
          "\"RS256 \"", "\"RSA-OAEP\"", "\"dir\"", "\"EDDSA\"", "\"Ed448\"", "\"RS1\"", "\"\"",
          "null", "256", "[\"RS256\"]", "true"
        })
    void namesAnAlgorithmThatCanBeAccepted(String alg) {
      assertEquals(Rejection.ALGORITHM_NOT_ALLOWED, refusal(withHeader("{\"alg\":" + alg + "}")));
    }

    @Test
    void withoutAlgorithmIsRefused() {
      assertEquals(Rejection.ALGORITHM_NOT_ALLOWED, refusal(withHeader("{}")));
    }

    @Test
    void unsignedTokenIsRefusedForItsAlgorithm() {
      String header = TestKeys.base64url("{\"alg\":\"none\"}");
      assertEquals(Rejection.ALGORITHM_NOT_ALLOWED, refusal(header + "." + PAYLOAD + "."));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"crit\":[\"exp\"]", "\"crit\":[]", "\"crit\":null", "\"crit\":\"b64\"",
          "\"crit\":[\"b64\"],\"b64\":true", "\"b64\":false", "\"b64\":true", "\"b64\":null"
        })
    void criticalMembersAreRefusedWhateverTheySay(String members) {
      assertEquals(
          Rejection.CRITICAL_HEADER, refusal(withHeader("{\"alg\":\"RS256\"," + members + "}")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+jwt"})
    void typeOfATokenIsAccepted(String typ) throws TokenRejectedException {
      assertEquals(
          JwsAlgorithm.RS256, parsed("{\"typ\":\"" + typ + "\",\"alg\":\"RS256\"}").algorithm());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"logout+jwt\"",
          "\"dpop+jwt\"",
          "\"secevent+jwt\"",
          "\"entity-statement+jwt\"",
          "\"JOSE\"",
          "\"\"",
          "\"JWT \"",
          "null",
          "1",
          "[\"JWT\"]",
          "\"appl\u0131cation/at+jwt\""
        })
    void otherTypeIsRefused(String typ) {
      assertEquals(
          Rejection.TYPE_NOT_ALLOWED,
          refusal(withHeader("{\"typ\":" + typ + ",\"alg\":\"RS256\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"JWT\"", "\"jwt\"", "\"application/JWT\"", "7", "null", "[\"JWT\"]"})
    void contentThatIsATokenAgainIsRefused(String cty) {
      assertEquals(
          Rejection.TYPE_NOT_ALLOWED,
          refusal(withHeader("{\"cty\":" + cty + ",\"alg\":\"RS256\"}")));
    }

    @Test
    void otherContentIsNotLookedAt() throws TokenRejectedException {
      assertEquals(JwsAlgorithm.RS256, parsed("{\"cty\":\"json\",\"alg\":\"RS256\"}").algorithm());
    }

    @Test
    void encryptionIsRefused() {
      assertEquals(
          Rejection.NOT_COMPACT_JWS,
          refusal(withHeader("{\"alg\":\"RS256\",\"enc\":\"A256GCM\"}")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"jwk\":{\"kty\":\"RSA\"}", "\"jku\":\"http://169.254.169.254/\"", "\"jku\":1",
          "\"x5u\":\"file:///etc/passwd\"", "\"x5c\":[\"AAAA\"]", "\"x5t\":\"AAAA\""
        })
    void keyInTheHeaderIsNotLookedAt(String member) throws TokenRejectedException {
      assertEquals(JwsAlgorithm.RS256, parsed("{\"alg\":\"RS256\"," + member + "}").algorithm());
    }
  }

  @ParameterizedTest
  @CsvSource({"EdDSA, EDDSA", "Ed25519, EDDSA", "HS256, HS256", "PS512, PS512", "ES384, ES384"})
  void algorithmIsReadByItsRegisteredNames(String alg, JwsAlgorithm algorithm)
      throws TokenRejectedException {
    assertEquals(algorithm, parsed("{\"alg\":\"" + alg + "\"}").algorithm());
  }

  @ParameterizedTest
  @CsvSource({"a.b.c, true", "a.b., true", "..=, true", "a.b, false", "a.b.c.d, false", "a, false"})
  void threePartsAreCountedByTheirDots(String text, boolean three) {
    assertEquals(three, CompactJws.hasThreeParts(text));
  }
}
