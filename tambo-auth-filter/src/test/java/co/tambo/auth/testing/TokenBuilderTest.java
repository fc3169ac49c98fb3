package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TokenBuilderTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final String SECRET = "0123456789abcdef".repeat(4);

  private final FakeIssuer issuer =
      FakeIssuer.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();

  @AfterEach
  void stop() {
    issuer.close();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.MATCH_ANY,
      names = {"RS.*", "PS.*", "ES.*"})
  void tokenVerifiesAgainstThePublishedKey(SignatureAlgorithm algorithm) throws Exception {
    assertTrue(verifies(issuer.token("alice").algorithm(algorithm).text()));
  }

  @Test
  void ed25519TokenVerifiesAgainstThePublishedKey() throws Exception {
    SignedJWT jwt =
        SignedJWT.parse(issuer.token("alice").algorithm(SignatureAlgorithm.EDDSA).text());
    String x = published(jwt).toOctetKeyPair().getX().toString();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    HexFormat.of()
                        .parseHex(
                            "302a300506032b6570032100"
                                + HexFormat.of().formatHex(new Base64URL(x).decode())))));
    signature.update(jwt.getSigningInput());

    assertEquals("EdDSA", jwt.getHeader().getAlgorithm().getName());
    assertTrue(signature.verify(jwt.getSignature().decode()));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "HS.*")
  void secretSigns(SignatureAlgorithm algorithm) throws Exception {
    SignedJWT jwt =
        SignedJWT.parse(issuer.token("alice").algorithm(algorithm).secret(SECRET).text());

    assertEquals(algorithm.name(), jwt.getHeader().getAlgorithm().getName());
    assertTrue(jwt.verify(new MACVerifier(SECRET.getBytes(StandardCharsets.UTF_8))));
    assertNull(jwt.getHeader().getKeyID());
  }

  @Test
  void secretAloneMeansHs256() throws Exception {
    SignedJWT jwt = SignedJWT.parse(issuer.token("alice").secret(SECRET).text());

    assertEquals("HS256", jwt.getHeader().getAlgorithm().getName());
  }

  @Test
  void hmacWithoutASecretIsAMistakeOfTheTest() {
    TokenBuilder builder = issuer.token("alice").algorithm(SignatureAlgorithm.HS256);

    assertThrows(IllegalStateException.class, builder::text);
  }

  @Test
  void goodTokenHasWhatAnAccessTokenNeeds() throws Exception {
    var claims = SignedJWT.parse(issuer.token("alice").text()).getJWTClaimsSet();

    assertEquals(issuer.issuer(), claims.getIssuer());
    assertEquals("alice", claims.getSubject());
    assertEquals(List.of(FakeIssuer.AUDIENCE), claims.getAudience());
    assertEquals(NOW, claims.getIssueTime().toInstant());
    assertEquals(NOW.plus(Duration.ofHours(1)), claims.getExpirationTime().toInstant());
  }

  @Test
  void noTwoTokensAreEqual() {
    assertNotEquals(issuer.token("alice").text(), issuer.token("alice").text());
  }

  @Test
  void claimsAreSetAndLeftOut() throws Exception {
    var claims =
        SignedJWT.parse(
                issuer
                    .token("alice")
                    .audience("x", "y")
                    .roles("admin", "user")
                    .claim("hd", "corp.example")
                    .expiresIn(Duration.ofMinutes(-1))
                    .notBefore(NOW.plusSeconds(5))
                    .without("iat")
                    .text())
            .getJWTClaimsSet();

    assertEquals(List.of("x", "y"), claims.getAudience());
    assertEquals(List.of("admin", "user"), claims.getStringListClaim("roles"));
    assertEquals("corp.example", claims.getStringClaim("hd"));
    assertEquals(NOW.minusSeconds(60), claims.getExpirationTime().toInstant());
    assertEquals(NOW.plusSeconds(5), claims.getNotBeforeTime().toInstant());
    assertNull(claims.getIssueTime());
  }

  @Test
  void headerMembersAreSetAndLeftOut() throws Exception {
    var header =
        SignedJWT.parse(issuer.token("alice").header("typ", "at+jwt").withoutHeader("kid").text())
            .getHeader();

    assertEquals("at+jwt", header.getType().getType());
    assertNull(header.getKeyID());
  }

  @Test
  void forgeryNamesTheIssuersKeyButIsNotSignedByIt() throws Exception {
    try (FakeIssuer other = FakeIssuer.start()) {
      String forged = issuer.token("alice").signedBy(other).text();

      assertEquals(
          SignedJWT.parse(issuer.token("alice").text()).getHeader().getKeyID(),
          SignedJWT.parse(forged).getHeader().getKeyID());
      assertFalse(verifies(forged));
    }
  }

  @Test
  void tamperedSignatureDoesNotVerify() throws Exception {
    assertFalse(verifies(issuer.token("alice").tampered().text()));
  }

  @Test
  void unsignedTokenEndsWithADot() {
    String token = issuer.token("alice").unsigned().text();

    assertTrue(token.endsWith("."));
    assertEquals(3, token.split("\\.", -1).length);
  }

  private boolean verifies(String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    AsymmetricJWK key = (AsymmetricJWK) published(jwt);
    JWSVerifier verifier =
        new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key.toPublicKey());
    return jwt.verify(verifier);
  }

  private JWK published(SignedJWT jwt) throws Exception {
    JWKSet keys = JWKSet.parse(Http.get(issuer.keySetUrl()).body());
    return Objects.requireNonNull(keys.getKeyByKeyId(jwt.getHeader().getKeyID()));
  }
}
