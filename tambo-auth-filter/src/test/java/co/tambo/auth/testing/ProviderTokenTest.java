package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.json.Json;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderTokenTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private final FakeIssuer issuer =
      FakeIssuer.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();

  @AfterEach
  void stop() {
    issuer.close();
  }

  private SignedJWT signed(ProviderToken kind) throws Exception {
    return SignedJWT.parse(issuer.token(kind, "ada").text());
  }

  private Map<?, ?> published(String kid) throws Exception {
    byte[] keySet = issuer.keySet().getBytes(StandardCharsets.UTF_8);
    List<?> keys = (List<?>) Objects.requireNonNull(Json.readObject(keySet).get("keys"));
    return keys.stream()
        .<Map<?, ?>>map(Map.class::cast)
        .filter(jwk -> kid.equals(jwk.get("kid")))
        .findFirst()
        .orElseThrow();
  }

  private JWK key(String kid) throws Exception {
    return JWKSet.parse(issuer.keySet()).getKeyByKeyId(kid);
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE, RS256, JWT, [0-9a-f]{40}, PT1H",
    "GOOGLE_WORKSPACE, RS256, JWT, [0-9a-f]{40}, PT1H",
    "ENTRA, RS256, JWT, '[\\w-]{27}', PT1H15M",
    "ENTRA_V1, RS256, JWT, '[\\w-]{27}', PT1H15M",
    "ENTRA_ID, RS256, JWT, '[\\w-]{27}', PT1H15M",
    "AUTH0, RS256, JWT, '\\w{21}', PT24H",
    "AUTH0_RFC9068, RS256, at+jwt, '\\w{21}', PT24H",
    "CLERK, RS256, JWT, 'ins_\\w{27}', PT1M",
    "CLERK_V1, RS256, JWT, 'ins_\\w{27}', PT1M",
    "FIREBASE, RS256, JWT, [0-9a-f]{40}, PT1H",
    "FIREBASE_SESSION, RS256, JWT, [0-9a-f]{40}, P5D",
    "SUPABASE, ES256, JWT, '[0-9a-f-]{36}', PT1H",
    "SUPABASE_LEGACY, HS256, JWT, , PT1H",
    "NEON, EdDSA, , '[0-9a-f-]{36}', PT15M",
    "NEON_STACK_AUTH, ES256, , '\\w{12}', PT10M",
    "WORKOS, RS256, , 'sso_oidc_key_pair_01[0-9A-F]{24}', PT5M",
    "BETTER_AUTH, EdDSA, , '\\w{32}', PT15M",
    "AUTHJS, RS256, JWT, [0-9a-f]{40}, PT1H",
    "KEYCLOAK, RS256, JWT, '[\\w-]{43}', PT5M",
    "OKTA, RS256, , '[\\w-]{43}', PT1H",
    "OKTA_ID, RS256, , '[\\w-]{43}', PT1H",
    "COGNITO, RS256, , '[\\w+/]{43}=', PT1H",
    "COGNITO_ID, RS256, , '[\\w+/]{43}=', PT1H"
  })
  void headerAndLifetimeAreTheProviders(
      ProviderToken kind, String alg, @Nullable String typ, @Nullable String kid, Duration lifetime)
      throws Exception {
    SignedJWT jwt = signed(kind);
    JWTClaimsSet claims = jwt.getJWTClaimsSet();
    assertEquals(alg, jwt.getHeader().getAlgorithm().getName());
    assertEquals(
        typ, jwt.getHeader().getType() == null ? null : jwt.getHeader().getType().getType());
    String named = jwt.getHeader().getKeyID();
    assertTrue(kid == null ? named == null : named.matches(kid), named);
    assertEquals(Date.from(NOW), claims.getIssueTime());
    assertEquals(Date.from(NOW.plus(lifetime)), claims.getExpirationTime());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SUPABASE_LEGACY", "AUTHJS_SESSION"})
  void settingsPublishTheKeyOfLaterTokens(ProviderToken kind) throws Exception {
    assertEquals(issuer.keySetUrl(), kind.settings(issuer).get("tambo.jwks-url"));
    String before = issuer.keySet();
    JWK key = key(signed(kind).getHeader().getKeyID());
    assertFalse(key.isPrivate());
    assertEquals(before, issuer.keySet());
  }

  @Test
  void entraNamesTheIssuersOfAKeyAndNoAlgorithm() throws Exception {
    String kid = signed(ProviderToken.ENTRA).getHeader().getKeyID();
    Map<?, ?> jwk = published(kid);
    assertFalse(jwk.containsKey("alg"));
    assertEquals("sig", jwk.get("use"));
    assertEquals(kid, jwk.get("x5t"));
    assertEquals("https://login.microsoftonline.com/{tenantid}/v2.0", jwk.get("issuer"));
    SignedJWT first = signed(ProviderToken.ENTRA_V1);
    assertEquals(first.getHeader().getKeyID(), first.getHeader().toJSONObject().get("x5t"));
    assertEquals(
        "https://sts.windows.net/{tenantid}/",
        published(first.getHeader().getKeyID()).get("issuer"));
  }

  @Test
  void betterAuthPublishesAnEd25519KeyWithoutUse() throws Exception {
    Map<?, ?> jwk = published(signed(ProviderToken.BETTER_AUTH).getHeader().getKeyID());
    assertEquals("OKP", jwk.get("kty"));
    assertEquals("Ed25519", jwk.get("crv"));
    assertFalse(jwk.containsKey("use"));
  }

  @Test
  void cognitoSignsAccessAndIdTokensUnderTwoKeyIds() throws Exception {
    assertNotEquals(
        signed(ProviderToken.COGNITO).getHeader().getKeyID(),
        signed(ProviderToken.COGNITO_ID).getHeader().getKeyID());
  }

  @Test
  void rotationGivesAnotherKeyIdAndOldKeysCanBeWithdrawn() throws Exception {
    String before = signed(ProviderToken.KEYCLOAK).getHeader().getKeyID();
    assertEquals(before, signed(ProviderToken.KEYCLOAK).getHeader().getKeyID());
    issuer.rotateKeys();
    String after = signed(ProviderToken.KEYCLOAK).getHeader().getKeyID();
    assertNotEquals(before, after);
    assertTrue(issuer.keySet().contains(before));
    issuer.withdrawOldKeys();
    assertFalse(issuer.keySet().contains(before));
    assertTrue(issuer.keySet().contains(after));
  }

  @Test
  void otherAlgorithmAndSecretCanBeChosen() throws Exception {
    JWSObject jwt =
        JWSObject.parse(
            issuer.token(ProviderToken.KEYCLOAK, "ada").algorithm(SignatureAlgorithm.ES384).text());
    assertEquals("P-384", published(jwt.getHeader().getKeyID()).get("crv"));
    Map<String, String> settings = ProviderToken.SUPABASE_LEGACY.settings(issuer);
    assertEquals(issuer.secret(), settings.get("tambo.secret"));
    assertEquals("secret", settings.get("tambo.verification"));
    assertFalse(settings.containsKey("tambo.jwks-url"));
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOGLE", "GOOGLE_WORKSPACE", "NEON_STACK_AUTH", "AUTHJS", "AUTHJS_SESSION"})
  void providerWithoutRolesSaysSo(ProviderToken kind) {
    TokenBuilder token = issuer.token(kind, "ada");
    assertTrue(
        assertThrows(UnsupportedOperationException.class, () -> token.roles("admin"))
            .getMessage()
            .contains("tambo.roles-claim"));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SUPABASE",
        "SUPABASE_LEGACY",
        "BETTER_AUTH",
        "AUTHJS_SESSION",
        "OKTA",
        "OKTA_ID",
        "COGNITO",
        "COGNITO_ID"
      })
  void providerWithoutTenantsSaysSo(ProviderToken kind) {
    TokenBuilder token = issuer.token(kind, "ada");
    assertTrue(
        assertThrows(UnsupportedOperationException.class, () -> token.tenant("acme"))
            .getMessage()
            .contains("tambo.tenant-claim"));
  }

  @Test
  void accessTokenOfCognitoHoldsNoAddress() {
    TokenBuilder token = issuer.token(ProviderToken.COGNITO, "ada");
    assertThrows(UnsupportedOperationException.class, () -> token.email("a@b.example"));
  }

  @Test
  void memberOfAClerkOrganizationHasOneRole() {
    TokenBuilder token = issuer.token(ProviderToken.CLERK, "ada");
    assertThrows(IllegalArgumentException.class, () -> token.roles("a", "b"));
    assertThrows(IllegalArgumentException.class, token::roles);
  }

  @Test
  void plainTokenHasItsUserInClaimsOfTheCommonNames() throws Exception {
    JWTClaimsSet claims =
        SignedJWT.parse(issuer.token("ada").roles("a").tenant("acme").email("a@b.example").text())
            .getJWTClaimsSet();
    assertEquals("acme", claims.getStringClaim("tenant"));
    assertEquals("a@b.example", claims.getStringClaim("email"));
    assertEquals(true, claims.getBooleanClaim("email_verified"));
  }

  @Test
  void addressIsMadeOfAnySubject() {
    assertEquals("auth0.65f@example.com", ProviderVoice.emailOf("auth0|65f"));
  }
}
