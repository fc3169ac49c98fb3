package co.tambo.auth;

import static co.tambo.auth.CraftedToken.RS256;
import static co.tambo.auth.CraftedToken.claims;
import static co.tambo.auth.CraftedToken.encoded;
import static co.tambo.auth.CraftedToken.signed;
import static co.tambo.auth.CraftedToken.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import co.tambo.auth.testing.TokenBuilder;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the signature and on the choice of algorithm and key. */
class SignatureAttacksTest {

  private static final String SECRET = "0f8d2b7c5a6e4913b1d2c3e4f5a697887766554433221100ffeeddcc";

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeIssuer attacker = FakeIssuer.start();
  private final Judge crafted = Judge.ofCraftedKeys();
  private final Judge discovering =
      Judge.of(Map.of("tambo.issuer", issuer.issuer(), "tambo.audience", FakeIssuer.AUDIENCE));
  private final Judge sharing =
      Judge.of(
          Map.of(
              "tambo.verification",
              "secret",
              "tambo.secret",
              SECRET,
              "tambo.issuer",
              CraftedToken.ISSUER,
              "tambo.audience",
              CraftedToken.AUDIENCE));

  @AfterEach
  void close() {
    List.of(crafted, discovering, sharing).forEach(Judge::close);
    issuer.close();
    attacker.close();
  }

  private TokenBuilder alice() {
    return issuer.token("alice");
  }

  @Test
  void goodTokensAreAdmitted() {
    crafted.admits(signed(RS256, claims()));
    discovering.admits(alice().text());
    sharing.admits(CraftedToken.keyed("256", utf8(SECRET), claims()));
  }

  @Attack("T01")
  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "nonE"})
  void unsignedTokenIsRefusedInEveryKeyMode(String alg) {
    String good = signed(RS256, claims());
    byte[] random = new byte[256];
    Arrays.fill(random, (byte) 0x5a);
    for (String signature :
        List.of("", good.substring(good.lastIndexOf('.') + 1), encoded(random), "AA")) {
      String header = encoded("{\"alg\":\"" + alg + "\",\"typ\":\"JWT\"}");
      String token = header + "." + encoded(claims()) + "." + signature;
      crafted.refuses("algorithm_not_allowed", token);
      sharing.refuses("algorithm_not_allowed", token);
    }
    discovering.refuses("algorithm_not_allowed", alice().unsigned().header("alg", alg).text());
    discovering.refuses("algorithm_not_allowed", alice().header("alg", alg).text());
    assertEquals(0, issuer.keySetRequests());
  }

  @Attack("T02")
  @ParameterizedTest
  @ValueSource(strings = {"256", "384", "512"})
  void publicKeyIsNoSecret(String bits) {
    for (byte[] secret : publicTexts()) {
      crafted.refuses("algorithm_not_allowed", CraftedToken.keyed(bits, secret, claims()));
    }
    for (SignatureAlgorithm algorithm :
        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)) {
      for (String secret :
          List.of(issuer.publicKeyPem(algorithm), issuer.publicJwk(algorithm), issuer.keySet())) {
        TokenBuilder forged = alice().algorithm(SignatureAlgorithm.valueOf("HS" + bits));
        discovering.refuses("algorithm_not_allowed", forged.secret(secret).text());
      }
    }
    sharing.refuses("algorithm_not_allowed", signed(RS256, claims()));
  }

  private static List<byte[]> publicTexts() {
    List<byte[]> texts = new ArrayList<>();
    for (KeyPair pair : List.of(CraftedToken.RSA, CraftedToken.P256, CraftedToken.ED25519)) {
      String pem = CraftedToken.pem(pair, "\n");
      texts.add(utf8(pem));
      texts.add(utf8(CraftedToken.pem(pair, "\r\n")));
      texts.add(utf8(pem.strip()));
      texts.add(pair.getPublic().getEncoded());
    }
    byte[] spki = CraftedToken.RSA.getPublic().getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(spki, 24, spki.length);
    assertEquals(0x30, pkcs1[0]);
    texts.add(pkcs1);
    texts.add(utf8(pkcs1Pem(pkcs1)));
    BigInteger modulus = ((RSAPublicKey) CraftedToken.RSA.getPublic()).getModulus();
    byte[] signedModulus = modulus.toByteArray();
    texts.add(signedModulus);
    texts.add(Arrays.copyOfRange(signedModulus, 1, signedModulus.length));
    texts.add(utf8(CraftedToken.publicKeys()));
    texts.add(utf8("{\"kty\":\"RSA\",\"n\":\"" + encoded(signedModulus) + "\",\"e\":\"AQAB\"}"));
    return texts;
  }

  private static String pkcs1Pem(byte[] der) {
    return "-----BEGIN RSA PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, utf8("\n")).encodeToString(der)
        + "\n-----END RSA PUBLIC KEY-----\n";
  }

  @Attack("T03")
  @Test
  void keyInTheHeaderIsNeverUsed() throws Exception {
    Object jwk = Json.readObject(utf8(attacker.publicJwk(SignatureAlgorithm.RS256)));
    discovering.refuses("bad_signature", alice().signedBy(attacker).header("jwk", jwk).text());
    discovering.refuses(
        "unknown_key",
        alice().signedBy(attacker).header("jwk", jwk).header("kid", "attackers").text());
    KeyPair own =
        CraftedToken.pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    String n = encoded(((RSAPublicKey) own.getPublic()).getModulus().toByteArray());
    String header =
        "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"" + n + "\",\"e\":\"AQAB\"}}";
    crafted.refuses("bad_signature", signed("SHA256withRSA", own, header, utf8(claims())));
    discovering.admits(alice().header("jwk", jwk).text());
  }

  @Attack("T04")
  @Test
  void addressOfAKeyInTheHeaderIsNeverAsked() {
    discovering.admits(alice().text());
    int asked = issuer.keySetRequests() + issuer.discoveryRequests();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("jku", attacker.keySetUrl());
    members.put("x5u", attacker.keySetUrl());
    members.put("jku ", "http://169.254.169.254/latest/meta-data/");
    members.put("x5u ", "http://169.254.169.254/latest/meta-data/");
    members.put("jku  ", "file:///etc/passwd");
    members.put("x5u  ", "file:///etc/passwd");
    members.put("jku   ", "https://127.0.0.1:1/keys");
    members.put("x5c", List.of("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"));
    members.forEach(
        (name, value) -> {
          String member = name.strip();
          discovering.refuses(
              "bad_signature", alice().signedBy(attacker).header(member, value).text());
          discovering.admits(alice().header(member, value).text());
        });
    assertEquals(0, attacker.keySetRequests() + attacker.discoveryRequests());
    assertEquals(asked, issuer.keySetRequests() + issuer.discoveryRequests());
  }

  @Attack("T05")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../dev/null",
        "/etc/passwd",
        "..\\..\\windows\\win.ini",
        "' OR '1'='1",
        "x' UNION SELECT 'key",
        "${jndi:ldap://127.0.0.1:1/x}",
        "http://127.0.0.1:1/keys",
        "file:///etc/passwd",
        "a\u0000b",
        "a\r\nWARNING forged line",
        "a\u2028b",
        ""
      })
  void kidIsNothingButANameOfAKey(String kid) {
    discovering.refuses("unknown_key", alice().header("kid", kid).text());
    discovering.refuses("unknown_key", alice().signedBy(attacker).header("kid", kid).text());
    assertTrue(issuer.keySetRequests() <= 2);
    assertEquals(0, attacker.keySetRequests());
  }

  @Attack("T05")
  @Test
  void kidIsComparedToTheLastCharacterAndLeadsNowhere() throws Exception {
    String kid =
        String.valueOf(
            Json.readObject(utf8(issuer.publicJwk(SignatureAlgorithm.RS256))).get("kid"));
    discovering.admits(alice().header("kid", kid).text());
    for (String other :
        List.of(
            kid.toLowerCase(Locale.ROOT),
            kid + "\u0000",
            kid + " ",
            " " + kid,
            kid.substring(0, kid.length() - 1),
            kid + "/../" + kid,
            attacker.keySetUrl())) {
      discovering.refuses("unknown_key", alice().header("kid", other).text());
      discovering.refuses("unknown_key", alice().signedBy(attacker).header("kid", other).text());
    }
    assertEquals(0, attacker.keySetRequests() + attacker.discoveryRequests());
  }

  @Attack("T05")
  @Test
  void longKidIsNotLookedAt() {
    discovering.refuses("too_long", alice().header("kid", "k".repeat(5 << 10)).text());
    assertEquals(0, issuer.keySetRequests());
  }

  @Attack("T06")
  @ParameterizedTest
  @ValueSource(strings = {"-", "", " ", "base64:", "base64url:", "password", "base64:AAAA"})
  void secretThatIsNoneStopsTheStart(String secret) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.verification", "secret");
    settings.put("tambo.issuer", CraftedToken.ISSUER);
    settings.put("tambo.audience", CraftedToken.AUDIENCE);
    if (!secret.equals("-")) {
      settings.put("tambo.secret", secret);
    }
    assertStops(settings);
  }

  @Attack("T06")
  @ParameterizedTest
  @ValueSource(ints = {32, 48, 64})
  void secretOfOneByteAllThroughStopsTheStart(int length) {
    for (int value : new int[] {0, ' ', 255}) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) value);
      assertStops(
          Map.of(
              "tambo.verification",
              "secret",
              "tambo.secret",
              "base64:" + Base64.getEncoder().encodeToString(bytes),
              "tambo.issuer",
              CraftedToken.ISSUER,
              "tambo.audience",
              CraftedToken.AUDIENCE));
    }
  }

  private static void assertStops(Map<String, String> settings) {
    TamboConfigException refusal =
        assertThrows(TamboConfigException.class, () -> TamboAuthConfig.of(settings));
    assertTrue(String.valueOf(refusal.getMessage()).contains("tambo.secret"));
  }

  @Attack("T07")
  @Test
  void signatureThatIsNoneIsRefused() {
    String rs = encoded(RS256) + "." + encoded(claims()) + ".";
    crafted.refuses("bad_signature", rs);
    for (int length : new int[] {1, 255, 256, 257}) {
      crafted.refuses("bad_signature", rs + encoded(new byte[length]));
    }
    sharing.refuses(
        "bad_signature", encoded("{\"alg\":\"HS256\"}") + "." + encoded(claims()) + ".");
    sharing.refuses(
        "bad_signature",
        encoded("{\"alg\":\"HS256\"}") + "." + encoded(claims()) + "." + encoded(new byte[32]));
  }

  @Attack("T07")
  @Test
  void ecdsaNumbersOutOfRangeAndDerAreRefused() {
    String input = encoded("{\"alg\":\"ES256\"}") + "." + encoded(claims());
    BigInteger order = ((ECPublicKey) CraftedToken.P256.getPublic()).getParams().getOrder();
    List<BigInteger> numbers =
        List.of(BigInteger.ZERO, order, order.add(BigInteger.ONE), BigInteger.ONE);
    for (BigInteger r : numbers) {
      for (BigInteger s : numbers) {
        crafted.refuses("bad_signature", input + "." + encoded(pair(r, s)));
      }
    }
    byte[] der = CraftedToken.signature("SHA256withECDSA", CraftedToken.P256, input);
    crafted.refuses("bad_signature", input + "." + encoded(der));
    crafted.refuses("bad_signature", input + ".");
    byte[] good = CraftedToken.signature("SHA256withECDSAinP1363Format", CraftedToken.P256, input);
    crafted.admits(input + "." + encoded(good));
  }

  private static byte[] pair(BigInteger r, BigInteger s) {
    byte[] pair = Arrays.copyOf(fixed(r, 32), 64);
    System.arraycopy(fixed(s, 32), 0, pair, 32, 32);
    return pair;
  }

  /** Returns the last bytes of a number. */
  private static byte[] fixed(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[length];
    int kept = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - kept, fixed, length - kept, kept);
    return fixed;
  }

  @Attack("T07")
  @Test
  void ed25519SignatureHasOneForm() {
    String input = encoded("{\"alg\":\"EdDSA\"}") + "." + encoded(claims());
    byte[] good = CraftedToken.signature("Ed25519", CraftedToken.ED25519, input);
    crafted.admits(input + "." + encoded(good));
    BigInteger order =
        new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);
    byte[] half = Arrays.copyOfRange(good, 32, 64);
    byte[] more = reversed(fixed(new BigInteger(1, reversed(half)).add(order), 32));
    byte[] malleable = good.clone();
    System.arraycopy(more, 0, malleable, 32, 32);
    assertFalse(Arrays.equals(good, malleable));
    crafted.refuses("bad_signature", input + "." + encoded(malleable));
    crafted.refuses("bad_signature", input + "." + encoded(new byte[64]));
  }

  private static byte[] reversed(byte[] bytes) {
    List<Byte> list = new ArrayList<>();
    for (byte b : bytes) {
      list.add(b);
    }
    Collections.reverse(list);
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = list.get(i);
    }
    return reversed;
  }

  @Attack("T13")
  @ParameterizedTest
  @ValueSource(
      strings = {"=", "==", " ", "\t", "\r\n", "\n", "!", "@", "#", "\u00e9", "+", "/", "\u0000"})
  void partHasOneSpelling(String inserted) {
    String token = signed(RS256, claims());
    int first = token.indexOf('.');
    int second = token.lastIndexOf('.');
    for (int at : new int[] {0, 5, first, first + 1, first + 9, second, second + 1, second + 9}) {
      crafted.refuses(
          "not_canonical_base64url", token.substring(0, at) + inserted + token.substring(at));
    }
    crafted.refuses("not_canonical_base64url", token + inserted);
  }

  @Attack("T13")
  @Test
  void spareBitsAndTheOtherAlphabetAreRefused() {
    String token = signed(RS256, claims());
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(token.charAt(token.length() - 1));
    assertEquals(0, last & 15); // 256 bytes leave four bits to spare
    for (int bits = 1; bits < 16; bits++) {
      String other = token.substring(0, token.length() - 1) + alphabet.charAt(last + bits);
      crafted.refuses("not_canonical_base64url", other);
    }
    String withBoth = signed(RS256, claims("\"y\":\"\u00ff\u00fe\u07ff~~~???>>>\""));
    crafted.admits(withBoth);
    assertTrue(withBoth.contains("-") || withBoth.contains("_"));
    crafted.refuses("not_canonical_base64url", withBoth.replace('-', '+').replace('_', '/'));
  }

  @Attack("T27")
  @ParameterizedTest
  @CsvSource({"RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})
  void keyServesNoOtherAlgorithmThanItsOwn(SignatureAlgorithm algorithm) {
    try (Judge one = Judge.ofCraftedKeys("tambo.algorithms", "RS256")) {
      String header = "{\"alg\":\"" + algorithm + "\"}";
      one.refuses("algorithm_not_allowed", signed(header, claims()));
    }
    issuer.publishJwk(issuer.publicJwk(SignatureAlgorithm.RS256));
    String token = alice().algorithm(algorithm).header("kid", "RS256-1").text();
    discovering.refuses("unknown_key", token);
  }

  @Attack("T27")
  @Test
  void curveBelongsToItsAlgorithm() {
    for (String alg : List.of("ES384", "ES512")) {
      String header = "{\"alg\":\"" + alg + "\"}";
      for (String jca : List.of("SHA256withECDSAinP1363Format", "SHA384withECDSAinP1363Format")) {
        crafted.refuses("unknown_key", signed(jca, CraftedToken.P256, header, utf8(claims())));
      }
    }
    String koblitz = "{\"alg\":\"ES256K\"}";
    crafted.refuses(
        "algorithm_not_allowed",
        signed("SHA256withECDSAinP1363Format", CraftedToken.P256, koblitz, utf8(claims())));
  }
}
