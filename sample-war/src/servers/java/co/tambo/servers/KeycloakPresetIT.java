package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboPrincipal;
import co.tambo.servers.keycloak.Keycloak;
import co.tambo.servers.keycloak.LabClient;
import co.tambo.servers.keycloak.LabUser;
import co.tambo.servers.keycloak.Realm;
import co.tambo.servers.keycloak.RealmKey;
import co.tambo.servers.keycloak.Tokens;
import co.tambo.servers.load.Load;
import co.tambo.servers.load.LoadCall;
import co.tambo.servers.load.LoadReport;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Keycloak's tokens, as they are and as the core judges them under its preset. */
class KeycloakPresetIT {

  private static Keycloak keycloak;
  private static Realm lab;
  private static Realm organizations;

  private Gate gate;

  @BeforeAll
  static void start() throws Exception {
    keycloak = Keycloak.start(Selection.keycloak("keycloak-preset"));
    lab = keycloak.lab();
    organizations = keycloak.importOrganizations("lab-organizations");
  }

  @AfterAll
  static void stop() {
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @BeforeEach
  void configure() {
    gate = new Gate(preset(lab));
  }

  @AfterEach
  void close() {
    gate.close();
  }

  private static Map<String, String> preset(Realm realm, String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.preset", "keycloak");
    settings.put("tambo.issuer", realm.issuer());
    settings.put("tambo.audience", LabClient.API.id());
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static Tokens tokens(LabUser user) {
    return lab.passwordGrant(LabClient.WEB, user);
  }

  private static String accessToken(LabUser user) {
    return tokens(user).accessToken();
  }

  @ParameterizedTest
  @EnumSource(LabUser.class)
  void userWhoLogsInIsKnown(LabUser user) {
    Tokens tokens = lab.login(LabClient.WEB, user);
    String subject = Jws.of(Objects.requireNonNull(tokens.idToken())).claims().getString("sub");
    TamboPrincipal principal = gate.identified(tokens.accessToken());
    assertEquals(subject, principal.subject());
    assertEquals(subject, principal.getName());
    assertEquals(Optional.of(lab.issuer()), principal.issuer());
    assertEquals("oauth:user:127.0.0.1:" + subject, principal.contextKey());
    assertEquals(Optional.of(user.email()), principal.email());
    assertEquals(user.emailVerified(), principal.emailVerified());
    assertEquals(Set.of("openid", "profile", "email"), principal.scopes());
    assertEquals(Optional.empty(), principal.tenant());
    assertTrue(principal.verified());
  }

  @ParameterizedTest
  @EnumSource(LabUser.class)
  void rolesAreThoseOfTheRealmAndOfTheAudience(LabUser user) {
    Set<String> roles = new HashSet<>(user.roles());
    roles.addAll(user.rolesOfApi());
    assertEquals(roles, gate.identified(accessToken(user)).roles());
  }

  @Test
  void accessTokenNamesTheApplicationAsItsAudience() {
    Jws token = Jws.of(accessToken(LabUser.ALICE));
    assertEquals("RS256", token.header().getString("alg"));
    assertEquals("JWT", token.header().getString("typ"));
    assertEquals("Bearer", token.claims().getString("typ"));
    assertEquals(LabClient.API.id(), token.claims().getString("aud"));
    assertEquals(LabClient.WEB.id(), token.claims().getString("azp"));
    assertFalse(token.claims().containsKey("nbf"));
  }

  @Test
  void accessTokenLivesForTheTimeAskedFor() {
    JsonObject claims = Jws.of(accessToken(LabUser.BOB)).claims();
    int life = claims.getInt("exp") - claims.getInt("iat");
    assertEquals(Duration.ofMinutes(5), Duration.ofSeconds(life));
  }

  @Test
  void userWithoutRolesHasNoClaimForThem() {
    assertFalse(Jws.of(accessToken(LabUser.CAROL)).claims().containsKey("realm_access"));
  }

  @Test
  void passwordGrantGivesTheSameUser() {
    assertEquals(
        gate.identified(lab.login(LabClient.WEB, LabUser.BOB).accessToken()),
        gate.identified(accessToken(LabUser.BOB)));
  }

  @Nested
  class OfTheOtherTokens {

    @Test
    void idTokenIsRefused() {
      String idToken = Objects.requireNonNull(tokens(LabUser.ALICE).idToken());
      assertEquals("ID", Jws.of(idToken).claims().getString("typ"));
      assertEquals("id_token", gate.refused(idToken));
    }

    @Test
    void idTokenIsRefusedEvenByItsOwnAudience() {
      try (Gate frontEnd = new Gate(preset(lab, "tambo.audience", LabClient.WEB.id()))) {
        String idToken = Objects.requireNonNull(tokens(LabUser.ALICE).idToken());
        assertEquals("id_token", frontEnd.refused(idToken));
      }
    }

    @Test
    void refreshTokenIsRefused() {
      String refreshToken = Objects.requireNonNull(tokens(LabUser.ALICE).refreshToken());
      assertEquals("Refresh", Jws.of(refreshToken).claims().getString("typ"));
      assertEquals("refresh_token", gate.refused(refreshToken));
    }

    @Test
    void offlineTokenIsRefused() {
      Tokens tokens = lab.passwordGrant(LabClient.WEB, LabUser.DAVE, "openid offline_access");
      String offlineToken = Objects.requireNonNull(tokens.refreshToken());
      assertEquals("Offline", Jws.of(offlineToken).claims().getString("typ"));
      assertEquals("refresh_token", gate.refused(offlineToken));
    }

    @Test
    void serviceTokenIsRefused() {
      assertEquals("machine_token", gate.refused(lab.serviceToken(LabClient.ROBOT)));
    }

    @Test
    void serviceTokenIsAcceptedWhereProgramsAreAllowed() {
      try (Gate open = new Gate(preset(lab, "tambo.allow", "machine-tokens"))) {
        String token = lab.serviceToken(LabClient.ROBOT);
        String subject = Jws.of(token).claims().getString("sub");
        assertEquals(subject, open.identified(token).subject());
      }
    }

    @Test
    void serviceTokenWithoutTheAudienceIsRefused() {
      assertEquals("audience_not_accepted", gate.refused(lab.serviceToken(LabClient.API)));
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
      String elsewhere = lab.login(LabClient.ELSEWHERE, LabUser.ALICE).accessToken();
      assertEquals("audience_not_accepted", gate.refused(elsewhere));
    }

    @Test
    void tokenOfAnotherRealmIsRefused() {
      String token = organizations.passwordGrant(LabClient.WEB, LabUser.ALICE).accessToken();
      assertEquals("issuer_not_accepted", gate.refused(token));
    }
  }

  @Nested
  class WhenTheClientAsks {

    private static final String LIGHTWEIGHT = "client.use.lightweight.access.token.enabled";
    private static final String RFC_9068_TYPE = "access.token.header.type.rfc9068";

    @AfterEach
    void askForTheUsual() {
      lab.useAlgorithm(LabClient.WEB, "RS256");
      lab.set(LabClient.WEB, LIGHTWEIGHT, "false");
      lab.set(LabClient.WEB, RFC_9068_TYPE, "false");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void forAnAlgorithmItsTokensAreAccepted(String algorithm) {
      lab.useAlgorithm(LabClient.WEB, algorithm);
      String token = accessToken(LabUser.ALICE);
      assertEquals(algorithm, Jws.of(token).header().getString("alg"));
      assertEquals(LabUser.ALICE.roles(), gate.identified(token).roles());
    }

    @Test
    void forTheHeaderTypeOfRfc9068ItsTokensAreAccepted() {
      lab.set(LabClient.WEB, RFC_9068_TYPE, "true");
      String token = accessToken(LabUser.ALICE);
      assertEquals("at+jwt", Jws.of(token).header().getString("typ"));
      assertEquals(LabUser.ALICE.roles(), gate.identified(token).roles());
    }

    @Test
    void forLightweightTokensTheyNameNoUser() {
      lab.set(LabClient.WEB, LIGHTWEIGHT, "true");
      String token = accessToken(LabUser.ALICE);
      assertFalse(Jws.of(token).claims().containsKey("sub"));
      assertEquals(LabClient.API.id(), Jws.of(token).claims().getString("aud"));
      assertEquals("subject_unusable", gate.refused(token));
    }
  }

  @Nested
  class WithOrganizations {

    private static final String ONE = "openid organization";
    private static final String ALL = "openid organization:*";

    @Test
    void theOnlyOneIsTheTenant() {
      try (Gate guarded = new Gate(preset(organizations))) {
        String token = organizations.login(LabClient.WEB, LabUser.ALICE, ONE).accessToken();
        assertEquals(List.of("acme"), aliases(token));
        TamboPrincipal alice = guarded.identified(token);
        assertEquals(Optional.of("acme"), alice.tenant());
        assertEquals("oauth:user:127.0.0.1:" + alice.subject(), alice.contextKey());
      }
    }

    @Test
    void severalNameNoTenant() {
      try (Gate guarded = new Gate(preset(organizations))) {
        String token = token(LabUser.CAROL, ALL);
        assertEquals(Set.of("acme", "globex"), Set.copyOf(aliases(token)));
        assertEquals(Optional.empty(), guarded.identified(token).tenant());
      }
    }

    @Test
    void othersAreRefused() {
      try (Gate guarded = new Gate(preset(organizations, "tambo.tenant", "acme"))) {
        assertEquals(Optional.of("acme"), guarded.identified(token(LabUser.ALICE, ONE)).tenant());
        assertEquals("tenant_not_accepted", guarded.refused(token(LabUser.BOB, ONE)));
        assertEquals("tenant_not_accepted", guarded.refused(token(LabUser.CAROL, ALL)));
        assertEquals("tenant_not_accepted", guarded.refused(token(LabUser.DAVE, ONE)));
        assertEquals("tenant_not_accepted", guarded.refused(token(LabUser.ALICE, "openid")));
      }
    }

    @Test
    void anObjectWithIdsNamesTheSameTenant() {
      organizations.tellIdsOfOrganizations(true);
      try (Gate guarded = new Gate(preset(organizations, "tambo.tenant", "globex"))) {
        String token = token(LabUser.BOB, ONE);
        JsonObject claim = Jws.of(token).claims().getJsonObject("organization");
        assertFalse(claim.getJsonObject("globex").getString("id").isEmpty());
        assertEquals(Optional.of("globex"), guarded.identified(token).tenant());
        String several = token(LabUser.CAROL, ALL);
        assertEquals(2, Jws.of(several).claims().getJsonObject("organization").size());
        assertEquals("tenant_not_accepted", guarded.refused(several));
      } finally {
        organizations.tellIdsOfOrganizations(false);
      }
    }

    private static String token(LabUser user, String scope) {
      return organizations.passwordGrant(LabClient.WEB, user, scope).accessToken();
    }

    private static List<String> aliases(String token) {
      return Jws.of(token)
          .claims()
          .getJsonArray("organization")
          .getValuesAs(value -> ((JsonString) value).getString());
    }
  }

  @Nested
  class WhenKeysChange {

    private static final int AT_LEAST = 1_000;

    private final List<LoadCall> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void requestsDoNotNotice() throws Exception {
      call();
      try (GatePage page = new GatePage(gate)) {
        LoadReport report = Load.on(page.uri(), this::nextCall).during(AT_LEAST, this::rotate);
        report.requireAllGood();
        assertTrue(report.sent() >= AT_LEAST, report::toString);
      }
    }

    private void rotate() {
      RealmKey key = lab.rotateKeys();
      String token = call();
      assertEquals(key.kid(), Jws.of(token).header().getString("kid"));
    }

    private String call() {
      String token = accessToken(LabUser.ALICE);
      calls.add(new LoadCall(token, Jws.of(token).claims().getString("sub")));
      return token;
    }

    private LoadCall nextCall() {
      return calls.get(Math.floorMod(next.getAndIncrement(), calls.size()));
    }

    @Test
    void rotatedKeyIsAcceptedAtFirstSightBesideTheOldOne() {
      String before = accessToken(LabUser.ALICE);
      gate.identified(before);
      RealmKey key = lab.rotateKeys();
      String after = accessToken(LabUser.ALICE);
      assertEquals(key.kid(), Jws.of(after).header().getString("kid"));
      assertNotEquals(key.kid(), Jws.of(before).header().getString("kid"));
      gate.identified(after);
      gate.identified(before);
    }

    @Test
    void removedKeyIsNoLongerPublished() {
      RealmKey old = lab.signingKey("RS256");
      String before = accessToken(LabUser.ALICE);
      lab.rotateKeys();
      lab.retireKey(old);
      assertEquals("unknown_key", gate.refused(before));
      gate.identified(accessToken(LabUser.ALICE));
    }

    @Test
    void removedKeyIsRefusedOnceTheSetIsFetchedAnew() {
      RealmKey old = lab.signingKey("RS256");
      String known = accessToken(LabUser.ALICE);
      String unseen = accessToken(LabUser.BOB);
      gate.identified(known);
      lab.rotateKeys();
      lab.retireKey(old);
      gate.identified(accessToken(LabUser.ALICE));
      assertEquals("key_withdrawn", gate.refused(known));
      assertEquals("unknown_key", gate.refused(unseen));
    }
  }

  @Test
  void usersStayKnownWhileKeycloakIsDownAndAfterwards() throws Exception {
    String first = accessToken(LabUser.ALICE);
    String second = accessToken(LabUser.BOB);
    gate.identified(first);
    keycloak.stop();
    assertThrows(UncheckedIOException.class, () -> accessToken(LabUser.ALICE));
    gate.identified(first);
    gate.identified(second);
    keycloak.start();
    TamboPrincipal afterwards = gate.identified(accessToken(LabUser.ALICE));
    assertEquals(gate.identified(first), afterwards);
  }
}
