package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.providers.ProviderRules;
import co.tambo.auth.internal.providers.TokenView;
import co.tambo.auth.internal.providers.UserClaims;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.VerifiedToken.Proof;
import co.tambo.auth.parts.Attack;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimRulesTest {

  private static final String ISSUER = "https://idp.example";

  private final TestTime time = new TestTime();
  private final long now = time.now().getEpochSecond();
  private final ClaimRules rules = new ClaimRules(Providers.of(ISSUER, List.of()), time);

  private VerifiedToken check(String claims) throws TokenRejectedException {
    return rules.check(
        Map.of(), Claims.read(claims.getBytes(StandardCharsets.UTF_8)), Proof.SIGNATURE);
  }

  private void refused(Rejection rejection, String claims) {
    assertEquals(
        rejection,
        assertThrows(TokenRejectedException.class, () -> check(claims), claims).rejection());
  }

  private String good(String... more) {
    String rest = more.length == 0 ? "" : "," + String.join(",", more);
    return "{\"sub\":\"alice\",\"aud\":\"demo\",\"exp\":" + (now + 60) + rest + "}";
  }

  @Test
  void goodClaimsAreKeptWithoutNulls() throws TokenRejectedException {
    VerifiedToken token = check(good("\"iss\":\"" + ISSUER + "\"", "\"x\":null", "\"n\":1.5"));
    assertEquals("alice", token.subject());
    assertEquals(ISSUER, token.issuer());
    assertEquals(Instant.ofEpochSecond(now + 60), token.expiresAt());
    assertFalse(token.claims().containsKey("x"));
    assertEquals(new BigDecimal("1.5"), token.claims().get("n"));
    assertEquals(token.claims(), token.keyClaims());
  }

  @Test
  void claimsOfAUserInfoAreNoPartOfTheContextKey() throws TokenRejectedException {
    Claims claims = Claims.read(good("\"n\":1.5").getBytes(StandardCharsets.UTF_8));
    VerifiedToken token = rules.check(Map.of(), claims, Proof.USERINFO);
    assertEquals(Map.of(), token.keyClaims());
    assertEquals(new BigDecimal("1.5"), token.claims().get("n"));
  }

  @Test
  void absentClaimIsNoText() throws TokenRejectedException {
    Claims claims = Claims.read("{\"x\":\"\"}".getBytes(StandardCharsets.UTF_8));
    assertNull(claims.text("azp"));
    assertEquals("", claims.text("x"));
  }

  @Nested
  class Lifetime {

    @Test
    void expiryIsExactToTheSkew() throws TokenRejectedException {
      assertEquals("alice", check(claims(now - 29)).subject());
      refused(Rejection.EXPIRED, claims(now - 30));
    }

    private String claims(long exp) {
      return "{\"sub\":\"alice\",\"aud\":\"demo\",\"exp\":" + exp + "}";
    }

    @Test
    void notBeforeIsExactToTheSkew() throws TokenRejectedException {
      assertEquals("alice", check(good("\"nbf\":" + (now + 30))).subject());
      refused(Rejection.NOT_YET_VALID, good("\"nbf\":" + (now + 31)));
    }

    @Test
    void issuedAtIsExactToTheSkew() throws TokenRejectedException {
      assertEquals("alice", check(good("\"iat\":" + (now + 30))).subject());
      refused(Rejection.ISSUED_IN_FUTURE, good("\"iat\":" + (now + 31)));
    }

    @Attack("T28")
    @ParameterizedTest
    @ValueSource(longs = {0, 30, 300})
    void everyBoundaryIsExactUnderAnySkew(long skew) throws TokenRejectedException {
      ClaimRules skewed = new ClaimRules(Providers.of(ISSUER, Duration.ofSeconds(skew)), time);
      passes(skewed, claims(now - skew + 1));
      fails(skewed, Rejection.EXPIRED, claims(now - skew));
      fails(skewed, Rejection.EXPIRED, claims(now - skew - 1));
      passes(skewed, good("\"nbf\":" + (now + skew - 1)));
      passes(skewed, good("\"nbf\":" + (now + skew)));
      fails(skewed, Rejection.NOT_YET_VALID, good("\"nbf\":" + (now + skew + 1)));
      passes(skewed, good("\"iat\":" + (now + skew)));
      fails(skewed, Rejection.ISSUED_IN_FUTURE, good("\"iat\":" + (now + skew + 1)));
    }

    private void passes(ClaimRules skewed, String claims) throws TokenRejectedException {
      Claims read = Claims.read(claims.getBytes(StandardCharsets.UTF_8));
      assertEquals("alice", skewed.check(Map.of(), read, Proof.SIGNATURE).subject());
    }

    private void fails(ClaimRules skewed, Rejection rejection, String claims) {
      assertEquals(
          rejection,
          assertThrows(TokenRejectedException.class, () -> passes(skewed, claims), claims)
              .rejection());
    }

    @Test
    void fractionOfASecondCounts() throws TokenRejectedException {
      VerifiedToken token = check("{\"sub\":\"a\",\"aud\":\"demo\",\"exp\":" + (now + 5) + ".25}");
      assertEquals(Instant.ofEpochSecond(now + 5, 250_000_000), token.expiresAt());
    }

    @Test
    void expiryMustBeThere() {
      refused(Rejection.EXPIRY_MISSING, "{\"sub\":\"alice\",\"aud\":\"demo\"}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "null",
          "\"1795209171\"",
          "0",
          "-1",
          "-18446740003630751",
          "253402300800",
          "253402300800.0",
          "1e300",
          "true",
          "[1]",
          "{}",
          "-0.5"
        })
    void dateOutsideOfTimeOrOfAnotherTypeIsRefused(String date) {
      String exp = "{\"sub\":\"alice\",\"aud\":\"demo\",\"exp\":" + date + "}";
      refused(Rejection.CLAIM_OF_WRONG_TYPE, exp);
      refused(Rejection.CLAIM_OF_WRONG_TYPE, good("\"nbf\":" + date));
      refused(Rejection.CLAIM_OF_WRONG_TYPE, good("\"iat\":" + date));
    }

    @Test
    void lastSecondOfTheYear9999IsATime() throws TokenRejectedException {
      assertEquals("alice", check(claims(253402300799L)).subject());
    }
  }

  @Nested
  class Subject {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\nb\"",
          "\"a\\u202eb\"",
          "\" a\"",
          "\"a\\u00a0\""
        })
    void unusableTextIsRefused(String subject) {
      String claims = "{\"sub\":" + subject + ",\"aud\":\"demo\",\"exp\":" + (now + 60) + "}";
      refused(Rejection.SUBJECT_UNUSABLE, claims);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "9223372036854775808", "true", "{}", "[\"a\"]"})
    void anotherTypeIsRefused(String subject) {
      String claims = "{\"sub\":" + subject + ",\"aud\":\"demo\",\"exp\":" + (now + 60) + "}";
      refused(Rejection.CLAIM_OF_WRONG_TYPE, claims);
    }

    @Test
    void absenceIsRefused() {
      refused(Rejection.SUBJECT_UNUSABLE, "{\"aud\":\"demo\",\"exp\":" + (now + 60) + "}");
    }

    @Test
    void lengthIsBounded() {
      String claims =
          "{\"sub\":\"" + "a".repeat(1025) + "\",\"aud\":\"demo\",\"exp\":" + (now + 60) + "}";
      refused(Rejection.SUBJECT_UNUSABLE, claims);
    }
  }

  @Nested
  class Audience {

    private String claims(String aud) {
      return "{\"sub\":\"alice\",\"exp\":" + (now + 60) + aud + "}";
    }

    @Test
    void oneOfSeveralIsEnough() throws TokenRejectedException {
      assertEquals("alice", check(claims(",\"aud\":[\"x\",\"demo\"]")).subject());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ",\"aud\":[]",
          ",\"aud\":\"\"",
          ",\"aud\":\"Demo\"",
          ",\"aud\":\"demo2\"",
          ",\"aud\":\"demo \""
        })
    void absentOrOtherIsRefused(String aud) {
      refused(Rejection.AUDIENCE_NOT_ACCEPTED, claims(aud));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ",\"aud\":null",
          ",\"aud\":[[\"demo\"]]",
          ",\"aud\":[\"demo\",1]",
          ",\"aud\":{}"
        })
    void anotherTypeIsRefused(String aud) {
      refused(Rejection.CLAIM_OF_WRONG_TYPE, claims(aud));
    }
  }

  @Nested
  class AuthorizedParty {

    private final ClaimRules parties =
        new ClaimRules(Providers.of(ISSUER, Set.of(), Set.of("web"), List.of()), time);

    private void accepted(String claims) throws TokenRejectedException {
      assertEquals(
          "alice",
          parties
              .check(
                  Map.of(), Claims.read(claims.getBytes(StandardCharsets.UTF_8)), Proof.SIGNATURE)
              .subject());
    }

    @Test
    void azpComesBeforeClientId() throws TokenRejectedException {
      accepted(good("\"azp\":\"web\""));
      accepted(good("\"client_id\":\"web\""));
      accepted(good("\"azp\":\"web\"", "\"client_id\":\"other\""));
    }

    @Test
    void absentOrOtherIsRefused() {
      for (String claims :
          List.of(good(), good("\"azp\":\"x\""), good("\"azp\":\"x\"", "\"client_id\":\"web\""))) {
        assertEquals(
            Rejection.PARTY_NOT_ACCEPTED,
            assertThrows(TokenRejectedException.class, () -> accepted(claims)).rejection());
      }
    }
  }

  @Nested
  class RulesOfTheProvider implements ProviderRules {

    private ClaimRules of(String... tenants) {
      return new ClaimRules(
          Providers.with(this, Set.of(tenants), Providers.of(ISSUER, List.of())), time);
    }

    @Override
    public Optional<Rejection> objection(TokenView token) {
      return Optional.ofNullable(token.claims().get("machine")).map(yes -> Rejection.MACHINE_TOKEN);
    }

    @Override
    public UserClaims user(Map<String, Object> claims) {
      String tenant = (String) claims.get("org");
      return new UserClaims(tenant, Set.of(), Set.of(), Set.of(), null, false);
    }

    private void accepted(ClaimRules rules, String claims) throws TokenRejectedException {
      Claims read = Claims.read(claims.getBytes(StandardCharsets.UTF_8));
      assertEquals("alice", rules.check(Map.of(), read, Proof.SIGNATURE).subject());
    }

    private void refused(Rejection rejection, ClaimRules rules, String claims) {
      assertEquals(
          rejection,
          assertThrows(TokenRejectedException.class, () -> accepted(rules, claims)).rejection());
    }

    @Test
    void objectionOfTheProviderIsARefusal() throws TokenRejectedException {
      accepted(of(), good());
      refused(Rejection.MACHINE_TOKEN, of(), good("\"machine\":true"));
    }

    @Test
    void onlyAnAcceptedTenantPasses() throws TokenRejectedException {
      accepted(of("acme", "other"), good("\"org\":\"acme\""));
      accepted(of(), good("\"org\":\"acme\""));
      accepted(of(), good());
      refused(Rejection.TENANT_NOT_ACCEPTED, of("acme"), good());
      refused(Rejection.TENANT_NOT_ACCEPTED, of("acme"), good("\"org\":\"Acme\""));
    }
  }

  @Test
  void tokenThatIsBoundToAKeyIsNoBearerToken() {
    refused(Rejection.BOUND_TO_A_KEY, good("\"cnf\":{\"jkt\":\"x\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[\"sub\",\"root\"]]", "null", "", "{\"sub\":\"a\",\"sub\":\"b\"}"})
  void claimsThatAreNoStrictObjectAreRefused(String claims) {
    refused(Rejection.CLAIMS_NOT_STRICT_JSON, claims);
  }

  @Test
  void issuerOfAnotherTypeIsRefused() {
    refused(Rejection.CLAIM_OF_WRONG_TYPE, good("\"iss\":[\"" + ISSUER + "\"]"));
    refused(Rejection.CLAIM_OF_WRONG_TYPE, good("\"iss\":null"));
  }
}
