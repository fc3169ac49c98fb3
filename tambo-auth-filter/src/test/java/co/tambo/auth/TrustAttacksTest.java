package co.tambo.auth;

import static co.tambo.auth.CraftedToken.RS256;
import static co.tambo.auth.CraftedToken.claims;
import static co.tambo.auth.CraftedToken.claimsWithout;
import static co.tambo.auth.CraftedToken.encoded;
import static co.tambo.auth.CraftedToken.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attacks where verification is switched off, and on what is remembered. */
class TrustAttacksTest {

  private static final Map<String, String> NONE = Map.of("tambo.verification", "none");

  @Attack("T29")
  @Test
  void verificationIsOffOnlyWhereItIsSaidAndIsSaidAtEveryStart() {
    for (int start = 0; start < 2; start++) {
      try (Judge judge = Judge.of(NONE)) {
        assertTrue(judge.warnings().contains("TAMBO-906"), () -> judge.warnings().toString());
        assertFalse(judge.admits(signed(RS256, claims()) + "AA").verified());
        assertFalse(
            judge.admits(encoded("{\"alg\":\"none\"}") + "." + encoded(claims()) + ".").verified());
      }
    }
    try (Judge judge = Judge.ofCraftedKeys()) {
      assertTrue(judge.admits(signed(RS256, claims())).verified());
      judge.refuses("bad_signature", signed(RS256, claims()) + "AAAA");
    }
  }

  @Attack("T29")
  @Test
  void expiryFormAndLengthStillCountWithoutVerification() {
    try (Judge judge = Judge.of(NONE)) {
      String past = "\"exp\":" + (CraftedToken.now() - 3600);
      judge.refuses("expired", signed(RS256, claimsWithout("exp", past)));
      judge.refuses("not_compact_jws", "gho_16C7e42F292c6912E7710c838347Ae178B4a");
      judge.refuses("too_long", signed(RS256, claims("\"y\":\"" + "a".repeat(8_192) + "\"")));
    }
  }

  @Attack("T29")
  @Test
  void productionRefusesToStartWithoutVerification() {
    Map<String, String> settings =
        Map.of("tambo.verification", "none", "tambo.environment", "production");
    TamboConfigException refusal =
        assertThrows(TamboConfigException.class, () -> TamboAuthConfig.of(settings));
    assertTrue(String.valueOf(refusal.getMessage()).contains("tambo.verification"));
    for (String misspelt : List.of("off", "None ", "NONE!", "no")) {
      assertThrows(
          TamboConfigException.class,
          () -> TamboAuthConfig.of(Map.of("tambo.verification", misspelt)));
    }
  }

  @Attack("T30")
  @Test
  void tokenIsRefusedAfterItsExpiryThoughItsExchangeIsRemembered() {
    TestTime time = new TestTime();
    try (FakeIssuer issuer = FakeIssuer.builder().clock(time::now).start();
        FakeTambo tambo = FakeTambo.start(time::now).trust(issuer)) {
      TamboAuthConfig config =
          TamboAuthConfig.of(
              Map.of(
                  "tambo.issuer",
                  issuer.issuer(),
                  "tambo.audience",
                  FakeIssuer.AUDIENCE,
                  "tambo.exchange",
                  "required",
                  "tambo.clock-skew",
                  "PT0S",
                  "tambo.url",
                  tambo.url(),
                  "tambo.api-key",
                  tambo.apiKey()));
      TamboAuthListener listener = TamboAuthListener.NONE;
      Assembly assembly = new Assembly(config.policy(), listener, time, HttpFetch.create());
      try (TamboAuthenticator authenticator =
          TamboAuthenticator.of(config, listener, assembly.wiring())) {
        FakeRequest request =
            Judge.bearing(issuer.token("alice").expiresIn(Duration.ofMinutes(10)).text());
        assertInstanceOf(Admitted.class, authenticator.authenticate(request));
        time.advance(Duration.ofMinutes(10).minusNanos(1));
        assertInstanceOf(Admitted.class, authenticator.authenticate(request));
        int exchanges = tambo.exchanges();
        time.advance(Duration.ofNanos(1));
        Refused refused = assertInstanceOf(Refused.class, authenticator.authenticate(request));
        assertEquals(401, refused.status());
        assertTrue(refused.auth().principal().isEmpty());
        assertThrows(TamboTokenException.class, refused.auth()::tamboToken);
        assertEquals(exchanges, tambo.exchanges());
      }
    }
  }
}
