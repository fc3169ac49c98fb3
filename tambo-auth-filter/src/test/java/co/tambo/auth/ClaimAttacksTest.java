package co.tambo.auth;

import static co.tambo.auth.CraftedToken.AUDIENCE;
import static co.tambo.auth.CraftedToken.ISSUER;
import static co.tambo.auth.CraftedToken.RS256;
import static co.tambo.auth.CraftedToken.claims;
import static co.tambo.auth.CraftedToken.claimsWithout;
import static co.tambo.auth.CraftedToken.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.TokenBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by well signed claims. */
class ClaimAttacksTest {

  private final Judge judge = Judge.ofCraftedKeys();

  @AfterEach
  void close() {
    judge.close();
  }

  private void refuses(String reason, String claims) {
    judge.refuses(reason, signed(RS256, claims));
  }

  /** Expects that a value of a claim is refused. */
  private void refuses(String reason, String claim, String value) {
    refuses(reason, claimsWithout(claim, "\"" + claim + "\":" + value));
  }

  @Test
  void goodClaimsAreAdmitted() {
    judge.admits(signed(RS256, claims()));
    judge.admits(signed(RS256, claimsWithout("aud", "\"aud\":[\"x\",\"" + AUDIENCE + "\"]")));
  }

  @Attack("T08")
  @ParameterizedTest
  @ValueSource(strings = {"exp", "sub", "iss", "aud", "nbf", "iat"})
  void nullIsNoValue(String claim) {
    refuses("claim_of_wrong_type", claim, "null");
    refuses("claim_of_wrong_type", "{\"exp\":null,\"sub\":null,\"iss\":null}");
  }

  @Attack("T09")
  @ParameterizedTest
  @ValueSource(strings = {"exp", "nbf", "iat"})
  void dateOutsideOfTimeIsRefused(String claim) {
    for (String date :
        List.of(
            "-18446740003630751",
            "-1",
            "0",
            "18446744073709551",
            "18446742278413265569",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "253402300800",
            "1e300",
            "-0.5")) {
      refuses("claim_of_wrong_type", claim, date);
    }
  }

  @Attack("T10")
  @Test
  void tokenWithoutExpiryIsRefusedInEveryMode() {
    refuses("expiry_missing", claimsWithout("exp"));
    try (Judge unsigned = Judge.of(Map.of("tambo.verification", "none"))) {
      unsigned.refuses("expiry_missing", signed(RS256, claimsWithout("exp")));
    }
    try (Judge lenient = Judge.ofCraftedKeys("tambo.clock-skew", "PT5M", "tambo.issuer", "none")) {
      lenient.refuses("expiry_missing", signed(RS256, claimsWithout("exp")));
    }
  }

  @Attack("T11")
  @Test
  void anotherAudienceIsRefused() {
    refuses("audience_not_accepted", claimsWithout("aud"));
    for (String aud :
        List.of(
            "[]",
            "\"\"",
            "[\"\"]",
            "\"demo2\"",
            "\"xdemo\"",
            "\"demo other\"",
            "\"demo,other\"",
            "\"Demo\"",
            "\"DEMO\"",
            "[\"DEMO\",\"demos\"]",
            "\"demo/\"",
            "\"demo \"",
            "\"d\\u0435mo\"")) {
      refuses("audience_not_accepted", "aud", aud);
    }
    for (String aud : List.of("null", "[[\"demo\"]]", "[null]", "{\"demo\":1}", "1", "true")) {
      refuses("claim_of_wrong_type", "aud", aud);
    }
  }

  @Attack("T12")
  @Test
  void anotherSpellingOfTheIssuerIsRefused() {
    refuses("issuer_not_accepted", claimsWithout("iss"));
    for (String iss :
        List.of(
            ISSUER + "/",
            ISSUER + "b",
            ISSUER.substring(0, ISSUER.length() - 1),
            "https://idp.example",
            "https://idp.example/",
            "https://idp.example.evil/a",
            "https://idp.example@evil.example/a",
            "https://evil@idp.example/a",
            "https://idp.example:443/a",
            "https://IDP.example/a",
            "HTTPS://idp.example/a",
            "https://idp.example/A",
            "http://idp.example/a",
            "https://idp.example/%61",
            "https://idp.example/./a",
            ISSUER + "?",
            ISSUER + "#",
            " " + ISSUER,
            ISSUER + " ",
            ISSUER + "\\u0000",
            "https://\\u0456dp.example/a",
            "")) {
      refuses("issuer_not_accepted", "iss", "\"" + iss + "\"");
    }
    for (String iss : List.of("[\"" + ISSUER + "\"]", "null", "1", "{}", "true")) {
      refuses("claim_of_wrong_type", "iss", iss);
    }
  }

  @Attack("T17")
  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775808", "9223372036854775809", "1", "1.0", "-1", "1e3", "true"})
  void subjectIsAString(String sub) {
    refuses("claim_of_wrong_type", "sub", sub);
  }

  @Attack("T18")
  @Test
  void subjectThatCannotBeShownIsRefused() {
    for (String sub :
        List.of(
            "",
            " ",
            "   ",
            "\\t",
            "\\u00a0",
            "\\u3000",
            "\\u200b",
            "\\u0000",
            "a\\u0000b",
            "a\\r\\nb",
            "a\\u001bb",
            "a\\u007fb",
            "a\\u0085b",
            "a\\u202eb",
            "a\\u2066b",
            "a\\u2028b",
            " a",
            "a ",
            "a".repeat(1025))) {
      refuses("subject_unusable", "sub", "\"" + sub + "\"");
    }
    refuses("subject_unusable", claimsWithout("sub"));
    refuses("claim_of_wrong_type", "sub", "null");
    for (String lone : List.of("\\ud800", "\\udc00", "a\\ud83d", "\\ude00\\ud83d")) {
      refuses("claims_not_strict_json", "sub", "\"" + lone + "\"");
    }
    refuses("too_long", "sub", "\"" + "a".repeat(10 << 10) + "\"");
  }

  @Attack("T21")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "logout+jwt",
        "dpop+jwt",
        "secevent+jwt",
        "entity-statement+jwt",
        "application/logout+jwt",
        "Logout+JWT",
        "JOSE",
        "JWT2",
        "at+jwt2",
        " JWT",
        ""
      })
  void tokenOfAnotherTypeIsRefused(String typ) {
    judge.refuses(
        "type_not_allowed", signed("{\"alg\":\"RS256\",\"typ\":\"" + typ + "\"}", claims()));
  }

  @Attack("T21")
  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
  void accessTokenAndJwtAreTheTypesThatPass(String typ) {
    judge.admits(signed("{\"alg\":\"RS256\",\"typ\":\"" + typ + "\"}", claims()));
    judge.admits(signed("{\"alg\":\"RS256\"}", claims()));
  }

  @Attack("T22")
  @ParameterizedTest
  @CsvSource({"api, client-1", "client-1, api"})
  void idTokenPassesWhereItsAudienceIsConfiguredAndOnlyThere(String audience, String other) {
    try (FakeIssuer issuer = FakeIssuer.start();
        FakeTambo tambo = FakeTambo.trusting(issuer);
        Judge configured =
            Judge.of(
                Map.of(
                    "tambo.issuer", issuer.issuer(),
                    "tambo.audience", audience,
                    "tambo.exchange", "required",
                    "tambo.url", tambo.url(),
                    "tambo.api-key", tambo.apiKey()))) {
      TokenBuilder idToken =
          issuer
              .token("alice")
              .claim("azp", "client-1")
              .claim("nonce", "n-0S6_WzA2Mj")
              .claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");
      TokenBuilder accessToken = issuer.token("alice").header("typ", "at+jwt").claim("scope", "a");
      for (TokenBuilder token : List.of(idToken, accessToken)) {
        configured.refuses("audience_not_accepted", token.audience(other).text());
        assertEquals(0, tambo.exchangesOf(token.text()));
        configured.admits(token.audience(audience).text());
        String sent = new String(tambo.lastRequest().orElseThrow().body(), StandardCharsets.UTF_8);
        assertTrue(
            sent.contains(
                "subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"),
            sent);
      }
    }
  }
}
