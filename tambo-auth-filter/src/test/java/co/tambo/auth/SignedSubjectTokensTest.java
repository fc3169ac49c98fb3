package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.jose.SigningSecret;
import co.tambo.auth.internal.providers.UserClaims;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.VerifiedToken;
import co.tambo.auth.internal.verify.VerifiedToken.Proof;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedSubjectTokensTest {

  private static final String SECRET = "canary-between-us-and-the-project";
  private static final String ISSUER = "https://idp.example/realms/demo";
  private static final Fingerprint FINGERPRINT = Fingerprint.of(new byte[0], "user token");

  private final TestTime time = new TestTime();
  private final SubjectTokens tokens = new SignedSubjectTokens(SigningSecret.of(SECRET), time);

  private static final UserClaims NOTHING_MORE =
      new UserClaims(null, Set.of(), Set.of(), Set.of(), null, false);

  private SubjectToken signed(
      @Nullable String issuer, Instant expiresAt, Map<String, Object> claims) {
    TamboAuthConfig config =
        TamboAuthConfig.of(Map.of("tambo.issuer", ISSUER, "tambo.audience", "demo"));
    VerifiedToken verified =
        new VerifiedToken(
            config.policy().providers().get(0),
            issuer,
            "alice",
            expiresAt,
            claims,
            NOTHING_MORE,
            Proof.SIGNATURE);
    return tokens.of("user token", FINGERPRINT, verified);
  }

  private SubjectToken signed(Map<String, Object> claims) {
    return signed(ISSUER, time.now().plusSeconds(60), claims);
  }

  /** Returns the claims as another library reads them, once it has verified them. */
  private static Map<String, Object> claims(SubjectToken token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token.text().get());
    assertTrue(jwt.verify(new MACVerifier(SECRET.getBytes(StandardCharsets.UTF_8))));
    return jwt.getPayload().toJSONObject();
  }

  @Test
  void tokenSaysWhatTheContextKeyIsMadeOfAndNothingElse() throws Exception {
    Map<String, Object> verified =
        Map.of(
            "iss", "https://another.example",
            "sub", "mallory",
            "hd", "example.com",
            "tid", "tenant ",
            "org_id", "",
            "roles", List.of("admin"),
            "scope", "read",
            "email", "alice@example.com",
            "aud", "demo");
    long now = time.now().getEpochSecond();
    assertEquals(
        Map.of(
            "iss", ISSUER,
            "sub", "alice",
            "hd", "example.com",
            "tid", "tenant ",
            "org_id", "",
            "iat", now,
            "exp", now + 60),
        claims(signed(verified)));
  }

  @Test
  void tokenIsThisToTheByte() throws Exception {
    JWSObject jws = JWSObject.parse(signed(Map.of("org_id", "<zoë>")).text().get());
    assertEquals("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", jws.getParsedParts()[0].decodeToString());
    assertEquals(
        "{\"iss\":\"https://idp.example/realms/demo\",\"sub\":\"alice\","
            + "\"org_id\":\"\\u003czoë>\",\"iat\":1795219200,\"exp\":1795219260}",
        jws.getPayload().toString());
  }

  @Test
  void tokenWithoutAnIssuerHasNone() throws Exception {
    assertEquals(
        Set.of("sub", "iat", "exp"),
        claims(signed(null, time.now().plusSeconds(60), Map.of())).keySet());
  }

  @Test
  void whatIsNoTextIsLeftOut() throws Exception {
    Map<String, Object> verified =
        Map.of("hd", true, "tid", 7L, "org_id", List.of("o"), "org", "o");
    assertEquals(Set.of("iss", "sub", "iat", "exp"), claims(signed(verified)).keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60",
    "60.9, 60",
    "60.000000001, 60",
    "0.5, 0",
    "-3, -3",
    "3599.999, 3599",
    "3600, 3600",
    "3601, 3600",
    "86400, 3600"
  })
  void tokenEndsWithTheUserTokenRoundedDownAndAfterAnHourAtTheLatest(String left, long life)
      throws Exception {
    Instant expiresAt = time.now().plus(Duration.parse("PT" + left + "S"));
    SubjectToken token = signed(ISSUER, expiresAt, Map.of());
    assertEquals(time.now().getEpochSecond() + life, claims(token).get("exp"));
    assertEquals(expiresAt, token.expiresAt());
  }

  @Test
  void hourIsCountedFromTheWholeSecond() throws Exception {
    time.advance(Duration.ofMillis(999));
    Map<String, Object> claims =
        claims(signed(ISSUER, time.now().plus(Duration.ofDays(1)), Map.of()));
    assertEquals(time.now().getEpochSecond(), claims.get("iat"));
    assertEquals(time.now().getEpochSecond() + 3600, claims.get("exp"));
  }

  @Test
  void tokenIsSignedWhenItIsAskedForAndNotBefore() throws Exception {
    SubjectToken token = signed(ISSUER, time.now().plus(Duration.ofDays(1)), Map.of());
    time.advance(Duration.ofMinutes(50));
    assertEquals(time.now().getEpochSecond(), claims(token).get("iat"));
  }

  @Test
  void fingerprintIsTheUserTokens() {
    assertEquals(FINGERPRINT, signed(Map.of()).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 1024})
  void longestUserFits(int length) {
    VerifiedToken verified =
        new VerifiedToken(
            TamboAuthConfig.of(Map.of("tambo.issuer", ISSUER, "tambo.audience", "demo"))
                .policy()
                .providers()
                .get(0),
            ISSUER,
            "€".repeat(length),
            time.now().plusSeconds(60),
            Map.of("org_id", "€".repeat(255)),
            NOTHING_MORE,
            Proof.SIGNATURE);
    String text = tokens.of("user token", FINGERPRINT, verified).text().get();
    assertTrue(text.length() <= 8192, "length: " + text.length());
  }

  @Test
  void neitherTokenNorSecretIsPrinted() {
    String printed = signed(Map.of()) + " " + tokens;
    assertFalse(printed.contains("canary") || printed.contains("eyJ"), printed);
  }
}
