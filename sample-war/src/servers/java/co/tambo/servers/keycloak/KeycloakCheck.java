package co.tambo.servers.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboPrincipal;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Keycloak's tokens, as they are and as this project judges them. */
@Tag("servers")
class KeycloakCheck {

  private static Keycloak keycloak;

  private TamboAuthenticator authenticator;

  @BeforeAll
  static void start() throws Exception {
    KeycloakSetup setup =
        KeycloakSetup.of(
            Path.of(System.getProperty("servers.keycloak")), Path.of("target/servers/keycloak"));
    Integer port = Integer.getInteger("servers.keycloak.port");
    keycloak = Keycloak.start(port == null ? setup : setup.onPort(port));
    System.out.println("Keycloak started in " + keycloak.starts());
  }

  @AfterAll
  static void stop() {
    keycloak.close();
  }

  @BeforeEach
  void configure() {
    Map<String, String> settings =
        Map.of(
            "tambo.issuer",
            keycloak.issuer(),
            "tambo.audience",
            LabClient.API.id(),
            "tambo.name-claim",
            "preferred_username",
            "tambo.roles-claim",
            "/realm_access/roles");
    authenticator = TamboAuthenticator.of(TamboAuthConfig.of(settings), TamboAuthListener.NONE);
  }

  @AfterEach
  void close() {
    authenticator.close();
  }

  @ParameterizedTest
  @EnumSource(LabUser.class)
  void userWhoLogsInIsKnownWithTheRoles(LabUser user) {
    TamboPrincipal principal = identified(keycloak.login(user).accessToken());
    assertEquals(user.userName(), principal.getName());
    assertEquals(user.roles(), principal.roles());
    assertEquals(keycloak.issuer(), principal.issuer().orElseThrow());
  }

  @Test
  void accessTokenNamesTheApplicationAsItsAudience() {
    Jws token = Jws.of(keycloak.login(LabUser.ALICE).accessToken());
    assertEquals("RS256", token.header().getString("alg"));
    assertEquals("JWT", token.header().getString("typ"));
    assertEquals("Bearer", token.claims().getString("typ"));
    assertEquals(LabClient.API.id(), token.claims().getString("aud"));
    assertEquals(LabClient.WEB.id(), token.claims().getString("azp"));
    assertFalse(token.claims().containsKey("nbf"));
  }

  @Test
  void accessTokenLivesForTheTimeAskedFor() {
    JsonObject claims = Jws.of(keycloak.login(LabUser.BOB).accessToken()).claims();
    int life = claims.getInt("exp") - claims.getInt("iat");
    assertEquals(Duration.ofMinutes(5), Duration.ofSeconds(life));
  }

  @Test
  void userWithoutRolesHasNoClaimForThem() {
    JsonObject claims = Jws.of(keycloak.passwordGrant(LabUser.CAROL).accessToken()).claims();
    assertFalse(claims.containsKey("realm_access"));
  }

  @Test
  void passwordGrantGivesTheSameUser() {
    assertEquals(
        identified(keycloak.login(LabUser.BOB).accessToken()),
        identified(keycloak.passwordGrant(LabUser.BOB).accessToken()));
  }

  @Test
  void idTokenIsRefused() {
    String idToken = keycloak.login(LabUser.ALICE).idToken();
    assertEquals("ID", Jws.of(idToken).claims().getString("typ"));
    assertEquals(401, refused(idToken));
  }

  @Test
  void refreshTokenIsRefused() {
    assertEquals(401, refused(keycloak.login(LabUser.ALICE).refreshToken()));
  }

  @Test
  void tokenForAnotherAudienceIsRefused() {
    assertEquals(401, refused(keycloak.login(LabClient.ELSEWHERE, LabUser.ALICE).accessToken()));
  }

  @Test
  void serviceTokenWithoutTheAudienceIsRefused() {
    assertEquals(401, refused(keycloak.serviceToken()));
  }

  @Test
  void rotatedKeyIsAcceptedAtFirstSightBesideTheOldOne() {
    String before = keycloak.passwordGrant(LabUser.ALICE).accessToken();
    identified(before);
    RealmKey key = keycloak.rotateKeys();
    String after = keycloak.passwordGrant(LabUser.ALICE).accessToken();
    assertEquals(key.kid(), Jws.of(after).header().getString("kid"));
    assertNotEquals(key.kid(), Jws.of(before).header().getString("kid"));
    identified(after);
    identified(before);
  }

  @Test
  void retiredKeyIsNoLongerPublished() {
    RealmKey old = keycloak.signingKey("RS256");
    String before = keycloak.passwordGrant(LabUser.ALICE).accessToken();
    keycloak.rotateKeys();
    keycloak.retireKey(old);
    assertEquals(401, refused(before));
    identified(keycloak.passwordGrant(LabUser.ALICE).accessToken());
  }

  @Nested
  class WhenTheClientAsksForAnAlgorithm {

    @AfterEach
    void askForTheUsualOne() {
      keycloak.useAlgorithm(LabClient.WEB, "RS256");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void itsTokensAreAccepted(String algorithm) {
      keycloak.useAlgorithm(LabClient.WEB, algorithm);
      String token = keycloak.passwordGrant(LabUser.ALICE).accessToken();
      assertEquals(algorithm, Jws.of(token).header().getString("alg"));
      assertEquals(LabUser.ALICE.roles(), identified(token).roles());
    }
  }

  @Test
  void usersStayKnownWhileKeycloakIsDownAndAfterwards() throws Exception {
    String first = keycloak.passwordGrant(LabUser.ALICE).accessToken();
    String second = keycloak.passwordGrant(LabUser.BOB).accessToken();
    identified(first);
    keycloak.stop();
    assertThrows(UncheckedIOException.class, () -> keycloak.passwordGrant(LabUser.ALICE));
    identified(first);
    identified(second);
    keycloak.start();
    System.out.println("Keycloak started in " + keycloak.starts());
    TamboPrincipal afterwards = identified(keycloak.login(LabUser.ALICE).accessToken());
    assertEquals(identified(first), afterwards);
  }

  private TamboPrincipal identified(String token) {
    AuthDecision decision = authenticator.authenticate(new BearerRequest(token));
    return assertInstanceOf(AuthDecision.Admitted.class, decision).auth().principal().orElseThrow();
  }

  private int refused(String token) {
    AuthDecision decision = authenticator.authenticate(new BearerRequest(token));
    return assertInstanceOf(AuthDecision.Refused.class, decision).status();
  }
}
