package co.tambo.auth.providers;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.providers.BetterAuth.Login;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JWTs and cookies of a real Better Auth, by its preset. */
@Tag("node")
class BetterAuthTest {

  private static BetterAuth provider;
  private static Login ada;

  @BeforeAll
  static void start() throws Exception {
    provider = BetterAuth.signingWith("EdDSA");
    ada = provider.signUp("ada@example.com");
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  private static Guard guardOf(BetterAuth issuer, String audience) {
    return Guard.of(
        Map.ofEntries(
            entry("tambo.preset", "better-auth"),
            entry("tambo.issuer", issuer.issuer()),
            entry("tambo.audience", audience),
            entry("tambo.jwks-url", issuer.jwksUrl())));
  }

  private static Guard guard() {
    return guardOf(provider, provider.issuer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EdDSA", "ES256"})
  void jwtIsAdmitted(String algorithm) throws Exception {
    try (BetterAuth signing = BetterAuth.signingWith(algorithm);
        Guard guard = guardOf(signing, signing.issuer())) {
      Login login = signing.signUp("grace@example.com");

      assertEquals(algorithm, SignedJWT.parse(login.jwt()).getHeader().getAlgorithm().getName());
      TamboPrincipal user = guard.admitted(login.jwt());
      assertEquals(login.id(), user.subject());
      assertEquals("oauth:user:127.0.0.1:" + login.id(), user.contextKey());
      assertEquals(Optional.of("grace@example.com"), user.email());
      assertEquals(Set.of("admin", "editor"), user.roles());
    }
  }

  @Test
  void userIsTheSameAfterEveryLogin() throws Exception {
    Login again = provider.signIn("ada@example.com");

    assertNotEquals(ada.sessionToken(), again.sessionToken());
    try (Guard guard = guard()) {
      assertEquals(
          guard.admitted(ada.jwt()).contextKey(), guard.admitted(again.jwt()).contextKey());
    }
  }

  @Test
  void expiredJwtIsRefused() throws Exception {
    try (BetterAuth late = BetterAuth.signingExpired();
        Guard guard = guardOf(late, late.issuer())) {
      assertEquals("expired", guard.refused(late.signUp("ada@example.com").jwt()));
    }
  }

  @Test
  void sessionTokenIsRefused() {
    try (Guard guard = guard()) {
      assertEquals("not_compact_jws", guard.refused(ada.sessionToken()));
    }
  }

  /** It has the issuer and the key of the real one, so type and audience are all that tells. */
  @Test
  void sessionCacheIsRefusedWhateverTheAudience() throws Exception {
    SignedJWT cache = SignedJWT.parse(ada.sessionCache());
    SignedJWT jwt = SignedJWT.parse(ada.jwt());
    assertEquals(jwt.getHeader().getKeyID(), cache.getHeader().getKeyID());
    assertEquals(jwt.getJWTClaimsSet().getIssuer(), cache.getJWTClaimsSet().getIssuer());

    try (Guard guard = guard();
        Guard careless = guardOf(provider, "better-auth:session-cache")) {
      assertEquals("session_cache", guard.refused(ada.sessionCache()));
      assertEquals("session_cache", careless.refused(ada.sessionCache()));
    }
  }
}
