package co.tambo.auth;

import static co.tambo.auth.CraftedToken.RS256;
import static co.tambo.auth.CraftedToken.claims;
import static co.tambo.auth.CraftedToken.encoded;
import static co.tambo.auth.CraftedToken.signed;
import static co.tambo.auth.CraftedToken.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.Answer;
import co.tambo.auth.testing.FakeIssuer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by the form of a token: its JSON, its serialisation, its size. */
class TokenFormAttacksTest {

  private static final Duration SOON = Duration.ofMillis(20);

  private final Judge judge = Judge.ofCraftedKeys();

  @AfterEach
  void close() {
    judge.close();
  }

  private void refusesClaims(String claims) {
    judge.refuses("claims_not_strict_json", signed(RS256, claims));
  }

  @Attack("T14")
  @Test
  void arrayOfPairsIsNoObject() {
    refusesClaims("[[\"sub\",\"root\"]]");
    refusesClaims("[[\"iss\",\"" + CraftedToken.ISSUER + "\"],[\"sub\",\"root\"]]");
    refusesClaims("[]");
    refusesClaims("[" + claims() + "]");
    judge.refuses("header_not_strict_json", signed("[[\"alg\",\"RS256\"]]", claims()));
    judge.refuses("header_not_strict_json", signed("[" + RS256 + "]", claims()));
  }

  @Attack("T15")
  @Test
  void memberIsThereOnce() {
    refusesClaims(claims("\"sub\":\"root\""));
    refusesClaims(claims("\"sub\":\"alice\""));
    refusesClaims(claims("\"\\u0073ub\":\"root\""));
    refusesClaims(claims("\"s\\u0075b\":\"root\""));
    refusesClaims(claims("\"nested\":{\"a\":1,\"a\":2}"));
    refusesClaims(claims("\"nested\":[{\"b\":{\"a\":1,\"\\u0061\":1}}]"));
    for (String header :
        List.of(
            "{\"alg\":\"none\",\"alg\":\"RS256\"}",
            "{\"alg\":\"RS256\",\"alg\":\"RS256\"}",
            "{\"alg\":\"RS256\",\"\\u0061lg\":\"none\"}",
            "{\"alg\":\"RS256\",\"kid\":\"a\",\"kid\":\"b\"}",
            "{\"alg\":\"RS256\",\"jwk\":{\"a\":1,\"a\":2}}")) {
      judge.refuses("header_not_strict_json", signed(header, claims()));
    }
  }

  @Attack("T16")
  @ParameterizedTest
  @ValueSource(
      strings = {"ff", "c080", "c0ae", "e080af", "f08080af", "eda080", "80", "c3", "f4908080"})
  void bytesThatAreNoUtf8AreRefused(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    byte[] claims = utf8(claims("\"y\":\"?\""));
    int at = new String(claims, StandardCharsets.UTF_8).indexOf('?');
    byte[] spoilt = new byte[claims.length - 1 + bad.length];
    System.arraycopy(claims, 0, spoilt, 0, at);
    System.arraycopy(bad, 0, spoilt, at, bad.length);
    System.arraycopy(claims, at + 1, spoilt, at + bad.length, claims.length - at - 1);
    judge.refuses("claims_not_strict_json", signed(RS256, spoilt));
  }

  @Attack("T16")
  @Test
  void otherEncodingsAreRefused() {
    refusesClaims("\uFEFF" + claims());
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
      byte[] claims = claims().getBytes(Charset.forName(charset));
      judge.refuses("claims_not_strict_json", signed(RS256, claims));
    }
    judge.refuses("header_not_strict_json", signed("\uFEFF" + RS256, claims()));
  }

  @Attack({"T19", "T20"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"crit\":[\"unknown\"]",
        "\"crit\":[\"unknown\"],\"unknown\":1",
        "\"crit\":[]",
        "\"crit\":[\"exp\",\"exp\"],\"exp\":1",
        "\"crit\":[\"b64\"]",
        "\"crit\":[\"alg\"]",
        "\"crit\":[\"typ\"]",
        "\"crit\":\"b64\"",
        "\"crit\":{\"b64\":true}",
        "\"crit\":1",
        "\"crit\":null",
        "\"b64\":false",
        "\"b64\":false,\"crit\":[\"b64\"]",
        "\"b64\":true,\"crit\":[\"b64\"]",
        "\"b64\":true"
      })
  void criticalHeaderIsRefusedWhateverItSays(String members) {
    judge.refuses(
        "critical_header", signed("{\"alg\":\"RS256\",\"typ\":\"JWT\"," + members + "}", claims()));
  }

  @Attack("T20")
  @ParameterizedTest
  @ValueSource(strings = {"", ",\"crit\":[\"b64\"]"})
  void payloadThatIsNotEncodedIsRefused(String crit) {
    String header = encoded("{\"alg\":\"RS256\",\"b64\":false" + crit + "}");
    judge.refuses("not_compact_jws", signedAsItIs(header + "." + claims()));
    judge.refuses("critical_header", signedAsItIs(header + ".{\"sub\":\"alice\"}"));
    judge.refuses("not_canonical_base64url", signedAsItIs(encoded(RS256) + ".{\"sub\":\"alice\"}"));
  }

  private static String signedAsItIs(String input) {
    return input + "." + encoded(CraftedToken.signature("SHA256withRSA", CraftedToken.RSA, input));
  }

  @Attack("T23")
  @Test
  void jsonSerialisationIsNoToken() {
    String token = signed(RS256, claims());
    String[] parts = token.split("\\.", -1);
    String signature = "\"protected\":\"" + parts[0] + "\",\"signature\":\"" + parts[2] + "\"";
    String flattened = "{\"payload\":\"" + parts[1] + "\"," + signature + "}";
    String general = "{\"payload\":\"" + parts[1] + "\",\"signatures\":[{" + signature + "}]}";
    String hidden = "{\"" + token + "\":1," + flattened.substring(1);
    String hiddenInParts = "{\" " + parts[0] + "." + parts[1] + "." + "\":\"" + parts[2] + "\"}";
    for (String json : List.of(flattened, general)) {
      judge.refuses("not_compact_jws", json);
      judge.refuses("not_compact_jws", encoded(json));
    }
    for (String json : List.of(hidden, hiddenInParts)) {
      judge.refuses("not_canonical_base64url", json);
      judge.refuses("not_compact_jws", encoded(json));
    }
  }

  @Attack("T24")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "encrypted_session | {\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
        "encrypted_session | {\"alg\":\"dir\",\"enc\":\"A256CBC-HS512\",\"kid\":\"x\"}",
        "encrypted_session | {\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
        "not_compact_jws | {\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\"}",
        "not_compact_jws | {\"alg\":\"RSA1_5\",\"enc\":\"A128CBC-HS256\",\"zip\":\"DEF\"}",
        "not_compact_jws | {\"alg\":\"A256KW\",\"enc\":\"A256GCM\"}",
        "not_compact_jws | {\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":2147483647}",
        "not_compact_jws | {\"alg\":\"ECDH-ES\",\"enc\":\"A128GCM\",\"epk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}}",
        "not_compact_jws | {\"alg\":\"RS256\",\"enc\":\"A256GCM\"}",
        "not_compact_jws | {\"alg\":\"none\",\"enc\":\"A256GCM\"}"
      })
  void encryptedTokenIsRefusedAtOnce(String reason, String header) {
    String part = encoded(new byte[300]);
    String token = String.join(".", encoded(header), part, part, part, part);
    judge.refuses(reason, token);
    assertSoon(token);
    String three = String.join(".", encoded(header), encoded(claims()), part);
    assertInstanceOf(Refused.class, judge.decide(Judge.bearing(three)));
    assertEquals(List.of(), judge.defects());
  }

  /** The quickest of some tries, as the machine may be busy. */
  private void assertSoon(String token) {
    FakeRequest request = FakeRequest.get("/x").session("token", token);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long start = System.nanoTime();
      assertInstanceOf(Refused.class, judge.decide(request));
      best = Math.min(best, System.nanoTime() - start);
    }
    Duration quickest = Duration.ofNanos(best);
    assertTrue(quickest.compareTo(SOON) < 0, quickest::toString);
  }

  @Attack("T25")
  @ParameterizedTest
  @ValueSource(ints = {5_000, 8_192})
  void dotsWithinTheLimitAreNoToken(int dots) {
    judge.refuses("not_compact_jws", ".".repeat(dots));
    assertSoon(".".repeat(dots));
  }

  @Attack("T25")
  @Test
  void hugeTokenIsRefusedForItsLengthAlone() {
    for (String token :
        List.of(
            ".".repeat(8_193),
            ".".repeat(3_000_000),
            "A".repeat(8 << 20) + ".e30.AA",
            encoded(RS256) + "." + "A".repeat(50 << 20) + ".AA",
            signed(RS256, "{\"a\":" + "[".repeat(2_000_000)),
            signed(RS256, "{\"a\":" + "{\"a\":".repeat(400_000)),
            signed(RS256, collidingNames(65_536)),
            signed(RS256, "{\"a\":" + "9".repeat(1_000_000) + "}"))) {
      judge.refuses("too_long", token);
    }
  }

  /** Names that Java's hash codes cannot tell apart. */
  private static String collidingNames(int count) {
    StringBuilder claims = new StringBuilder("{\"a\":1");
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 16; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      claims.append(",\"").append(name).append("\":1");
    }
    return claims.append('}').toString();
  }

  @Attack("T25")
  @Test
  void bombWithinTheLimitIsRefusedAtOnce() {
    for (String claims :
        List.of(
            "{\"a\":" + "[".repeat(5_000),
            "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
            claims("\"n\":" + "9".repeat(5_000)),
            claims("\"n\":1e999999999"))) {
      refusesClaims(claims);
      assertSoon(signed(RS256, claims));
    }
    assertSoon(signed(RS256, collidingNames(100)));
  }

  private static Stream<Throwable> failures() {
    return Stream.of(
        new NullPointerException("canary"),
        new IllegalArgumentException("canary"),
        new StackOverflowError("canary"),
        new NoClassDefFoundError("canary"),
        new OutOfMemoryError("canary"));
  }

  @Attack("T26")
  @ParameterizedTest
  @MethodSource("failures")
  void defectOfOursIsAnAnswerOfItsOwn(Throwable failure) {
    Refused refused = assertInstanceOf(Refused.class, judge.decide(new FailingRequest(failure)));
    assertEquals(503, refused.status());
    assertTrue(refused.body().contains("\"TAMBO-209\""), refused::body);
    assertTrue(!refused.toString().contains("canary"), refused::toString);
    assertTrue(refused.auth().principal().isEmpty());
    assertSame(failure, judge.defects().get(0));
  }

  /** A request whose headers cannot be read. */
  private record FailingRequest(Throwable failure) implements AuthRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public RequestTarget target() {
      return FakeRequest.get("/x").target();
    }

    @Override
    public List<String> headers(String name) {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }

    @Override
    public List<String> cookies(String name) {
      return List.of();
    }

    @Override
    public @Nullable Object sessionAttribute(String name) {
      return null;
    }

    @Override
    public @Nullable Object attribute(String name) {
      return null;
    }

    @Override
    public @Nullable Principal containerPrincipal() {
      return null;
    }
  }

  @Attack({"T14", "T26"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[null]",
        "[]",
        "{}",
        "{\"keys\":null}",
        "{\"keys\":[null]}",
        "{\"keys\":[[\"kty\",\"RSA\"]]}",
        "[[\"keys\",[]]]",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"\"}]}",
        "{\"keys\":[{\"kty\":null}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"\"}]}",
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}",
        ""
      })
  void keySetThatIsNoneIsAnOutageAndNoDefect(String keySet) {
    try (FakeIssuer issuer = FakeIssuer.start();
        Judge discovering =
            Judge.of(
                Map.of("tambo.issuer", issuer.issuer(), "tambo.audience", FakeIssuer.AUDIENCE))) {
      issuer.answerKeySetWith(request -> Answer.json(200, keySet));
      AuthDecision decision = discovering.decide(Judge.bearing(issuer.token("alice").text()));
      Refused refused = assertInstanceOf(Refused.class, decision);
      assertEquals(503, refused.status());
      assertTrue(refused.body().contains("\"TAMBO-200\""), refused::body);
      assertEquals(List.of(), discovering.defects());
    }
  }

  /** Every token of one, two and three strange parts. */
  @Attack("T26")
  @Test
  void strangeInputIsABadTokenAndNoDefect() {
    List<String> parts =
        List.of(
            "",
            "A",
            "AA",
            "null",
            "e30",
            "W10",
            encoded("null"),
            encoded("[null]"),
            encoded("0"),
            encoded("\"\""),
            encoded("{"),
            encoded("{\"alg\":null}"),
            encoded(RS256),
            encoded("{\"alg\":\"EdDSA\"}"),
            encoded("{\"alg\":\"ES256\"}"),
            encoded("\u0000"));
    for (String header : parts) {
      for (String payload : parts) {
        for (String signature : parts) {
          String token = header + "." + payload + "." + signature;
          Refused refused =
              assertInstanceOf(
                  Refused.class,
                  judge.decide(FakeRequest.get("/x").session("token", token)),
                  token);
          assertEquals(401, refused.status(), token);
        }
      }
    }
    assertEquals(List.of(), judge.defects());
  }
}
