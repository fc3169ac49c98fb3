package co.tambo.auth.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.providers.OidcProvider.Api;
import co.tambo.auth.providers.OidcProvider.Tokens;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of a real, certified OpenID provider, by discovery. */
@Tag("node")
class OidcProviderTest {

  private static OidcProvider provider;

  @BeforeAll
  static void start() throws Exception {
    provider = OidcProvider.start();
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  private static Guard guardOf(String audience) {
    return Guard.of(Map.of("tambo.issuer", provider.issuer(), "tambo.audience", audience));
  }

  @ParameterizedTest
  @CsvSource({"RS256, RS256", "ES256, ES256", "EDDSA, EdDSA"})
  void accessTokenIsAdmitted(Api api, String algorithm) throws Exception {
    String token = provider.login("ada", api).access();

    JWSHeader header = SignedJWT.parse(token).getHeader();
    assertEquals(algorithm, header.getAlgorithm().getName());
    assertEquals(new JOSEObjectType("at+jwt"), header.getType());
    try (Guard guard = guardOf(api.audience())) {
      TamboPrincipal user = guard.admitted(token);
      assertEquals("ada", user.subject());
      assertEquals(Optional.of(provider.issuer()), user.issuer());
      assertEquals("oauth:user:127.0.0.1:ada", user.contextKey());
      assertEquals(Set.of("threads:read"), user.scopes());
      assertTrue(user.verified());
    }
  }

  @Test
  void accessTokenIsBoundByItsClientWhereNoAudienceIsConfigured() throws Exception {
    String token = provider.login("ada", Api.RS256).access();

    try (Guard guard = boundTo(OidcProvider.CLIENT_ID);
        Guard other = boundTo("another-app")) {
      assertEquals("ada", guard.admitted(token).subject());
      assertEquals("party_not_accepted", other.refused(token));
    }
  }

  private static Guard boundTo(String client) {
    return Guard.of(Map.of("tambo.issuer", provider.issuer(), "tambo.authorized-parties", client));
  }

  @Test
  void idTokenIsNoAccessToken() throws Exception {
    String token = provider.login("ada", Api.RS256).id();

    try (Guard api = guardOf(Api.RS256.audience());
        Guard client = guardOf(OidcProvider.CLIENT_ID)) {
      assertEquals("audience_not_accepted", api.refused(token));
      assertEquals("ada", client.admitted(token).subject());
    }
  }

  @Test
  void accessTokenOfAnotherApiIsRefused() throws Exception {
    try (Guard guard = guardOf(Api.RS256.audience())) {
      assertEquals(
          "audience_not_accepted", guard.refused(provider.login("ada", Api.ES256).access()));
    }
  }

  @Test
  void expiredAccessTokenIsRefused() throws Exception {
    try (Guard guard = guardOf(Api.EXPIRED.audience())) {
      assertEquals("expired", guard.refused(provider.login("ada", Api.EXPIRED).access()));
    }
  }

  @Test
  void refreshTokenIsRefusedAndWhatItBringsIsAdmitted() throws Exception {
    Tokens first = provider.login("bob", Api.RS256);
    Tokens second = provider.refresh(first, Api.RS256);

    assertNotEquals(first.access(), second.access());
    try (Guard guard = guardOf(Api.RS256.audience())) {
      assertEquals("not_compact_jws", guard.refused(first.refresh()));
      assertEquals("bob", guard.admitted(second.access()).subject());
    }
  }

  @Test
  void tokenOfANewKeyIsAdmittedAtOnceAndThatOfTheOldNoLonger() throws Exception {
    try (Guard guard = guardOf(Api.RS256.audience())) {
      String old = provider.login("ada", Api.RS256).access();
      assertEquals("ada", guard.admitted(old).subject());

      provider.rotateKeys();

      assertEquals("ada", guard.admitted(provider.login("ada", Api.RS256).access()).subject());
      assertEquals("key_withdrawn", guard.refused(old));
    }
  }
}
