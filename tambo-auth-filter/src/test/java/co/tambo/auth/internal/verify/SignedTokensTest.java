package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.providers.IssuerTemplate;
import co.tambo.auth.internal.providers.ProviderRules;
import co.tambo.auth.internal.providers.TokenView;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedTokensTest {

  private final TimeSource time = TimeSource.system();
  private final FakeIssuer one = FakeIssuer.start();
  private final FakeIssuer two = FakeIssuer.start();
  private final TokenVerifier verifier =
      TokenVerifier.signed(
          List.of(Providers.of(one.issuer(), keysOf(one)), Providers.of(two.issuer(), keysOf(two))),
          provider -> KeySource.fixed(provider.keys()),
          time);

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private List<VerificationKey> keysOf(FakeIssuer issuer) {
    return KeyMaterial.fromConfiguredText(
            issuer.publicJwk(SignatureAlgorithm.RS256), Providers.ASYMMETRIC, time.now())
        .keys();
  }

  private Refused refused(String token) {
    return assertInstanceOf(Refused.class, verifier.verify(token));
  }

  @Test
  void eachIssuersTokenPassesWithItsOwnKeys() {
    Accepted first = assertInstanceOf(Accepted.class, verifier.verify(one.token("a").text()));
    Accepted second = assertInstanceOf(Accepted.class, verifier.verify(two.token("b").text()));
    assertEquals(one.issuer(), first.token().issuer());
    assertEquals(two.issuer(), second.token().issuer());
  }

  @Test
  void oneIssuersKeyDoesNotSpeakForAnother() {
    String forged = one.token("alice").signedBy(two).text();
    Rejection rejection = refused(forged).rejection();
    assertEquals(true, Set.of(Rejection.UNKNOWN_KEY, Rejection.BAD_SIGNATURE).contains(rejection));
  }

  @Test
  @Attack("K01")
  void issuerThatIsNotConfiguredIsRefusedBeforeAnyKey() {
    String token = one.token("alice").claim("iss", one.issuer() + "/").text();
    assertEquals(Rejection.ISSUER_NOT_ACCEPTED, refused(token).rejection());
    assertEquals(one.issuer() + "/", refused(token).issuer());
  }

  @Test
  void missingIssuerIsRefused() {
    assertEquals(
        Rejection.ISSUER_NOT_ACCEPTED, refused(one.token("a").without("iss").text()).rejection());
  }

  @Test
  void algorithmOutsideTheAllowListIsRefused() {
    String token =
        one.token("alice").algorithm(SignatureAlgorithm.HS256).secret("s".repeat(32)).text();
    assertEquals(Rejection.ALGORITHM_NOT_ALLOWED, refused(token).rejection());
  }

  @Test
  @Attack("I04")
  void signatureIsCheckedBeforeTheClaims() {
    String token = one.token("a").audience("other").tampered().text();
    assertEquals(Rejection.BAD_SIGNATURE, refused(token).rejection());
  }

  @Test
  void keyThatMayNotSignATokenDoesNotSpeakForIt() {
    ProviderRules serving =
        new ProviderRules() {
          @Override
          public boolean mayBeSignedWith(@Nullable String issuer, TokenView token) {
            return !token.claims().containsKey("elsewhere");
          }
        };
    TokenVerifier choosy =
        signed(Providers.with(serving, Set.of(), Providers.of(one.issuer(), keysOf(one))));
    assertInstanceOf(Accepted.class, choosy.verify(one.token("a").text()));
    Refused refused =
        assertInstanceOf(
            Refused.class, choosy.verify(one.token("a").claim("elsewhere", true).text()));
    assertEquals(Rejection.UNKNOWN_KEY, refused.rejection());
  }

  @Test
  void shapeTellsWhoVerifies() {
    TokenVerifier byShape =
        TokenVerifier.byShape(
            token -> new Refused(Rejection.BAD_SIGNATURE, "", ""),
            token -> new Refused(Rejection.NOT_ACTIVE, "", ""));
    for (String signed : List.of("a.b.c", "..", "=.=.=")) {
      assertEquals(Rejection.BAD_SIGNATURE, ((Refused) byShape.verify(signed)).rejection(), signed);
    }
    for (String opaque : List.of("", "a", "a.b", "a.b.c.d", "a.b.c.d.e")) {
      assertEquals(Rejection.NOT_ACTIVE, ((Refused) byShape.verify(opaque)).rejection(), opaque);
    }
  }

  @Test
  void nobodyCanTellWithoutTheKeys() {
    KeySource down =
        new KeySource() {
          @Override
          public Lookup find(@Nullable String kid, JwsAlgorithm algorithm) {
            return new KeySource.Unavailable(Duration.ofSeconds(7));
          }

          @Override
          public Lookup recheck(VerificationKey key) {
            return new KeySource.Unavailable(Duration.ofSeconds(7));
          }
        };
    TokenVerifier waiting =
        TokenVerifier.signed(
            List.of(Providers.of(one.issuer(), List.of())), provider -> down, time);
    assertEquals(
        new TokenVerifier.Unavailable(one.issuer(), Duration.ofSeconds(7)),
        waiting.verify(one.token("a").text()));
  }

  @Test
  void tokenOfAKnownWrongKindIsCalledByIt() {
    assertEquals(Rejection.OPAQUE_ACCESS_TOKEN, refused("gho_16C7e42F292c6912E7710c").rejection());
    assertEquals(Rejection.NOT_COMPACT_JWS, refused("16C7e42F292c6912E7710c").rejection());
  }

  private TokenVerifier signed(ProviderSettings settings) {
    return TokenVerifier.signed(
        List.of(settings), provider -> KeySource.fixed(provider.keys()), time);
  }

  @Test
  void issuerOfSeveralTenantsIsItsTemplateWithTheTokensOwnTenant() {
    String host = "https://login.example/";
    String tenant = "11111111-2222-4333-8444-555555555555";
    TokenVerifier several = signed(Providers.of(host + IssuerTemplate.TENANT, keysOf(one)));
    assertInstanceOf(Accepted.class, several.verify(ofTenant(host + tenant, tenant)));
    List.of(
            ofTenant(host + IssuerTemplate.TENANT, tenant),
            ofTenant(host + IssuerTemplate.TENANT, IssuerTemplate.TENANT),
            ofTenant(host + tenant, tenant.replace('1', '6')),
            ofTenant(host + tenant, List.of(tenant)),
            ofTenant(host + tenant + "/", tenant),
            one.token("a").claim("iss", host + tenant).text())
        .forEach(
            token ->
                assertEquals(
                    Rejection.ISSUER_NOT_ACCEPTED,
                    assertInstanceOf(Refused.class, several.verify(token)).rejection()));
  }

  private String ofTenant(String issuer, Object tenant) {
    return one.token("a").claim("iss", issuer).claim("tid", tenant).text();
  }

  @Test
  void providerWithoutIssuerTakesAnyIssuer() {
    TokenVerifier any = signed(Providers.of("", keysOf(one)));
    assertInstanceOf(Accepted.class, any.verify(one.token("a").without("iss").text()));
    assertInstanceOf(Accepted.class, any.verify(one.token("a").claim("iss", "x").text()));
  }
}
