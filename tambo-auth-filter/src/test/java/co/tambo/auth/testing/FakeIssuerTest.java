package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FakeIssuerTest {

  private final FakeIssuer issuer = FakeIssuer.start();

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void metadataNamesTheIssuerAndItsKeySet() throws Exception {
    Map<String, Object> metadata =
        JSONObjectUtils.parse(
            Http.get(issuer.issuer() + "/.well-known/openid-configuration").body());

    assertEquals(issuer.issuer(), metadata.get("issuer"));
    assertEquals(issuer.keySetUrl(), metadata.get("jwks_uri"));
  }

  @Test
  void keySetHoldsTheKeyOfRs256FromTheStart() throws Exception {
    JWKSet keys = JWKSet.parse(Http.get(issuer.keySetUrl()).body());

    assertEquals(1, keys.size());
    assertEquals("RS256", keys.getKeys().get(0).getAlgorithm().getName());
    assertFalse(keys.containsNonPublicKeys());
  }

  @Test
  void twoIssuersNeverShareAKey() {
    try (FakeIssuer other = FakeIssuer.start()) {
      assertNotEquals(
          issuer.publicKeyPem(SignatureAlgorithm.RS256),
          other.publicKeyPem(SignatureAlgorithm.RS256));
    }
  }

  @Test
  void issuerWithAPathServesUnderIt() {
    try (FakeIssuer keycloak = FakeIssuer.builder().path("/realms/demo").start()) {
      assertEquals(keycloak.origin() + "/realms/demo", keycloak.issuer());
      assertEquals(200, Http.get(keycloak.discoveryUrl()).statusCode());
      assertEquals(200, Http.get(keycloak.keySetUrl()).statusCode());
      assertEquals(404, Http.get(keycloak.origin() + "/jwks").statusCode());
    }
  }

  @Test
  void trailingSlashIsNotDoubledInTheDiscoveryUrl() {
    try (FakeIssuer auth0 = FakeIssuer.builder().path("/").start()) {
      assertTrue(auth0.issuer().endsWith("/"));
      assertEquals(auth0.origin() + "/.well-known/openid-configuration", auth0.discoveryUrl());
      assertEquals(200, Http.get(auth0.discoveryUrl()).statusCode());
    }
  }

  @Test
  void namedIssuerKeepsItsKeySetOnLoopback() {
    try (FakeIssuer named = FakeIssuer.builder().named("https://idp.example").start()) {
      assertEquals("https://idp.example", named.issuer());
      assertTrue(named.keySetUrl().startsWith("http://127.0.0.1:"));
    }
  }

  @Test
  void requestsAreCountedByEndpoint() {
    Http.get(issuer.discoveryUrl());
    Http.get(issuer.keySetUrl());
    Http.get(issuer.keySetUrl());

    assertEquals(1, issuer.discoveryRequests());
    assertEquals(2, issuer.keySetRequests());
    assertEquals(0, issuer.userinfoRequests());
  }

  @Test
  void userinfoKnowsOpaqueTokens() {
    issuer.opaqueToken("gho_1", Map.of("id", 7));

    HttpResponse<String> known =
        Http.sending(Http.request(issuer.userinfoUrl()).header("Authorization", "Bearer gho_1"))
            .join();

    assertEquals("{\"id\":7}", known.body());
    assertEquals(401, Http.get(issuer.userinfoUrl()).statusCode());
    assertEquals(2, issuer.userinfoRequests());
  }

  @Nested
  class WhenKeysRotate {

    @Test
    void newKeySignsAndBothArePublished() throws Exception {
      String old = kid(issuer.token("alice").text());
      issuer.rotateKeys();
      String young = kid(issuer.token("alice").text());

      assertNotEquals(old, young);
      assertTrue(publishes(old));
      assertTrue(publishes(young));
    }

    @Test
    void withdrawnKeysAreGone() throws Exception {
      String old = kid(issuer.token("alice").text());
      issuer.rotateKeys();
      issuer.withdrawOldKeys();

      assertFalse(publishes(old));
      assertTrue(publishes(kid(issuer.token("alice").text())));
    }

    @Test
    void withdrawingWithoutRotationWithdrawsNothing() throws Exception {
      issuer.withdrawOldKeys();

      assertTrue(publishes(kid(issuer.token("alice").text())));
    }

    private boolean publishes(String kid) throws Exception {
      return JWKSet.parse(Http.get(issuer.keySetUrl()).body()).getKeyByKeyId(kid) != null;
    }

    private String kid(String token) throws Exception {
      return com.nimbusds.jose.JWSObject.parse(token).getHeader().getKeyID();
    }
  }

  @Nested
  class WhenATokenIsIntrospected {

    private HttpResponse<String> introspected(String id, String secret, String form) {
      String pair =
          URLEncoder.encode(id, StandardCharsets.UTF_8)
              + ":"
              + URLEncoder.encode(secret, StandardCharsets.UTF_8);
      String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      return Http.sending(
              Http.request(issuer.introspectionUrl())
                  .header("Authorization", "Basic " + basic)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)))
          .join();
    }

    private HttpResponse<String> introspected(String form) {
      return introspected(issuer.clientId(), issuer.clientSecret(), form);
    }

    @Test
    void knownTokenIsActiveUntilItIsRevoked() throws Exception {
      issuer.opaqueToken("t", Map.of("sub", "alice"));
      Map<String, Object> claims = JSONObjectUtils.parse(introspected("token=t").body());
      assertEquals(true, claims.get("active"));
      assertEquals("alice", claims.get("sub"));
      assertEquals(issuer.issuer(), claims.get("iss"));
      issuer.revokeToken("t");
      assertEquals("{\"active\":false}", introspected("token=t").body());
    }

    @Test
    void expiredTokenIsNotActive() {
      issuer.opaqueToken("t", Map.of("sub", "alice", "exp", 1_000_000_000L));
      assertEquals("{\"active\":false}", introspected("token=t").body());
    }

    @Test
    void onlyItsClientMayAskAndOnlyByTheBook() {
      assertEquals(401, introspected("x", issuer.clientSecret(), "token=t").statusCode());
      assertEquals(401, introspected(issuer.clientId(), "x", "token=t").statusCode());
      assertEquals(400, introspected("token=t&token=t").statusCode());
      assertEquals(400, introspected("").statusCode());
      assertEquals(405, Http.get(issuer.introspectionUrl()).statusCode());
      assertEquals(5, issuer.introspectionRequests());
    }
  }
}
