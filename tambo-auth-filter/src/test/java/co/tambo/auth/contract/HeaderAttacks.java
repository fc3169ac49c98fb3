package co.tambo.auth.contract;

import static co.tambo.auth.contract.RawRequest.get;
import static co.tambo.auth.contract.RawRequest.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attacks by header fields, on every container. */
public abstract class HeaderAttacks extends WireAttacks {

  private static final String BASIC = "Basic YWxpY2U6c2VjcmV0";
  private static final String CANARY = "canary-canary";

  private void authorization(Container container, String value, String answers) throws Exception {
    attack(container, site(container), get(ME).header("Authorization", value), answers);
  }

  @Attack("H01")
  @ParameterizedTest
  @EnumSource
  void oneOfTwoAuthorizationHeadersNeverWins(Container container) throws Exception {
    RawRequest good = get(ME).bearer(token());
    for (RawRequest request :
        List.of(
            good.bearer(issuer().token("mallory").text()),
            get(ME).bearer(issuer().token("mallory").text()).bearer(token()),
            get(ME).bearer(token()).bearer("x"),
            get(ME).bearer("x").bearer(token()),
            get(ME).header("Authorization", BASIC).bearer(token()),
            good.header("Authorization", BASIC),
            good.header("authorization", "bearer " + token()),
            good.header("Authorization", ""))) {
      attack(container, site(container), request, "conflict");
    }
  }

  @Attack("H02")
  @ParameterizedTest
  @EnumSource
  void commaJoinedTokensAreNotSplit(Container container) throws Exception {
    authorization(container, "Bearer " + token() + ", Bearer " + token(), "malformed");
    authorization(container, "Bearer " + token() + ",Bearer " + token(), "malformed");
    authorization(container, "Bearer x, Bearer " + token(), "malformed");
    authorization(container, "Bearer " + token() + ", " + BASIC, "malformed");
    authorization(container, "Bearer " + token() + ",", "malformed");
    authorization(container, BASIC + ", Bearer " + token(), "missing");
  }

  @Attack("H03")
  @ParameterizedTest
  @EnumSource
  void schemeIsTakenInAnyCase(Container container) throws Exception {
    for (String scheme : List.of("Bearer", "bearer", "BEARER", "bEaReR")) {
      authorization(container, scheme + " " + token(), "app");
    }
  }

  /** Undertow makes one space of all blanks, TAB included, before any filter. */
  @Attack("H04")
  @ParameterizedTest
  @EnumSource
  void schemeAndTokenAreSeparatedBySpaces(Container container) throws Exception {
    authorization(container, "Bearer  " + token(), "app");
    authorization(container, "Bearer     " + token(), "app");
    authorization(container, "Bearer " + token() + " ", "app");
    authorization(container, " \tBearer " + token() + " \t", "app");
    authorization(container, "Bearer\t" + token(), "malformed malformed app");
    authorization(container, "Bearer \t" + token(), "malformed malformed app");
    authorization(container, "Bearer" + token(), "missing");
    authorization(container, "Bearer", "malformed");
    authorization(container, "Bearer  ", "malformed");
    authorization(container, "Bearer " + token() + " more", "malformed");
    authorization(container, "", "missing");
    authorization(container, "  ", "missing");
  }

  @Attack("H05")
  @ParameterizedTest
  @EnumSource
  void foldedHeaderIsOneLineOrNone(Container container) throws Exception {
    authorization(container, "Bearer\r\n " + token(), "app 400 app");
    authorization(container, "Bearer " + token() + "\r\n more", "malformed 400 malformed");
    authorization(container, "Bearer " + token() + ",\r\n Bearer x", "malformed 400 malformed");
  }

  /** A bare LF ends the line everywhere, a bare CR on Undertow, which lets the rest through. */
  @Attack("H06")
  @ParameterizedTest
  @EnumSource
  void tokenWithAStrangeCharacterIsRefusedAndNotEchoed(Container container) throws Exception {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("\r", "400 400 invalid");
    answers.put("\n", "invalid");
    answers.put("\u0000", "400 400 malformed");
    answers.put("\u007f", "400 400 malformed");
    answers.put("\u0001", "400 400 malformed");
    answers.put("\u00e9", "malformed");
    answers.put("\u00ff", "malformed");
    for (Map.Entry<String, String> attack : answers.entrySet()) {
      RawRequest request = get(ME).bearer(CANARY + attack.getKey() + "X-Injected: " + CANARY);
      attack(container, site(container), request, attack.getValue());
      RawResponse answer = site(container).send(request);
      assertEquals(List.of(), answer.values("X-Injected"));
      assertFalse(answer.values(Expectation.CHALLENGE).toString().contains(CANARY));
      assertFalse(answer.status() == 401 && answer.body().contains(CANARY));
    }
  }

  @Attack("H07")
  @ParameterizedTest
  @EnumSource
  void tokenOverTheLimitIsRefusedWhateverItIs(Container container) throws Exception {
    for (int kilobytes : List.of(7, 9, 16, 64, 1024)) {
      authorization(container, "Bearer " + "a".repeat(kilobytes << 10), "invalid");
      authorization(container, "Bearer " + ".".repeat(kilobytes << 10), "invalid");
    }
    // A character more makes base64url longer by one or two: no length can be hit exactly.
    authorization(container, "Bearer " + padded(8_191), "app");
    for (int length : List.of(8_193, 9 << 10, 16 << 10, 64 << 10, 1 << 20)) {
      authorization(container, "Bearer " + padded(length), "invalid");
    }
  }

  @Attack("H07")
  @ParameterizedTest
  @EnumSource
  void containersOwnLimitComesBeforeOurs(Container container) throws Exception {
    Site usual = site(container, "", false, Map.of());
    attack(container, usual, get(ME).bearer("a".repeat(7 << 10)), "invalid");
    for (int kilobytes : List.of(9, 16, 64)) {
      attack(container, usual, get(ME).bearer("a".repeat(kilobytes << 10)), "400 431 invalid");
    }
  }

  /** Returns a token of this length or one more, against which nothing else speaks. */
  private String padded(int length) {
    for (int pad = length / 2; ; pad++) {
      String token = issuer().token("alice").claim("pad", "x".repeat(pad)).text();
      if (token.length() >= length) {
        return token;
      }
      pad += Math.max(0, (length - token.length()) * 3 / 4 - 4);
    }
  }

  @Attack("H08")
  @ParameterizedTest
  @EnumSource
  void tokenInTheQueryOrTheFormIsNoCredential(Container container) throws Exception {
    Site site = site(container);
    attack(container, site, get(ME + "?access_token=" + token()), "missing");
    attack(container, site, get(ME + "?a=b&access_token=" + token() + "&c"), "missing");
    attack(container, site, post(ME).body("access_token=" + token()), "missing");
    attack(container, site, post("/public/x").body("access_token=" + token()), "public:nobody");
  }

  @Attack("H08")
  @ParameterizedTest
  @EnumSource
  void formIsLeftToTheApplication(Container container) throws Exception {
    String form = "access_token=" + token() + "&a=b";
    assertEquals(form, site(container).send(post("/public/x").body(form)).body());
    assertEquals(form, site(container).send(post(ME).bearer(token()).body(form)).body());
  }

  @Attack("H08")
  @ParameterizedTest
  @EnumSource
  void tokenInTheQueryOrTheFormIsNotLogged(Container container) throws Exception {
    try (LogLines log = LogLines.kept()) {
      Site site = site(container);
      String token = token();
      site.send(get(ME + "?access_token=" + token));
      site.send(get(ME + "?access_token=" + token).bearer(token));
      site.send(post(ME).body("access_token=" + token));
      site.send(get(ME).bearer("x." + token));
      assertFalse(log.text().isEmpty(), "nothing was logged");
      assertFalse(log.text().contains(token), log::text);
    }
  }

  @Attack("H09")
  @ParameterizedTest
  @EnumSource
  void tokenInHeaderAndQueryIsAConflictAndTheFormIsNotRead(Container container) throws Exception {
    Site site = site(container);
    for (String query :
        List.of("access_token=x", "a=b&access_token=x", "access_token", "access%5Ftoken=x")) {
      attack(container, site, get(ME + "?" + query).bearer(token()), "conflict");
    }
    attack(container, site, post(ME).bearer(token()).body("access_token=x"), "app");
    attack(container, site, post(ME).bearer("x").body("access_token=" + token()), "invalid");
  }

  @Attack("H10")
  @ParameterizedTest
  @EnumSource
  void tokenElsewhereIsIgnored(Container container) throws Exception {
    for (String name :
        List.of(
            "X-Access-Token",
            "X-Auth-Token",
            "X-Authorization",
            "Proxy-Authorization",
            "X-Forwarded-Authorization",
            "X-Forwarded-Access-Token",
            "Authorization2")) {
      attack(container, site(container), get(ME).header(name, token()), "missing");
      attack(container, site(container), get(ME).header(name, "Bearer " + token()), "missing");
    }
    for (String name : List.of("Authorization", "access_token", "token", "session", "Bearer")) {
      RawRequest request = get(ME).header("Cookie", name + "=" + token());
      attack(container, site(container), request, "missing");
    }
  }

  @Attack("H11")
  @ParameterizedTest
  @EnumSource
  void userKeyThatNobodyAskedForIsIgnored(Container container) throws Exception {
    Site site = site(container);
    for (String name : userKeys()) {
      attack(container, site, get(ME).header(name, "mallory"), "missing");
      attack(container, site, get(ME).bearer(token()).header(name, "mallory"), "app");
      attack(container, site, get(ME).bearer("x").header(name, "mallory"), "invalid");
    }
  }

  @Attack("H11")
  @ParameterizedTest
  @EnumSource
  void headerThatLooksLikeTheGatewaysIsIgnored(Container container) throws Exception {
    Site keyed =
        site(
            container,
            Map.of(
                "tambo.user-key", "header:X-User-Key", "tambo.issuer", "", "tambo.audience", ""));
    attack(container, keyed, get(ME).header("x-user-key", "alice"), "app");
    attack(container, keyed, get(ME).header("X_User_Key", "mallory"), "missing");
    attack(container, keyed, get(ME).header("X_USER_KEY", "mallory"), "missing");
    attack(container, keyed, get(ME).header("X-User_Key", "mallory"), "missing");
    attack(container, keyed, get(ME).header("X-Forwarded-User", "mallory"), "missing");
    RawRequest both = get(ME).header("X-User-Key", "alice");
    attack(container, keyed, both.header("X_User_Key", "mallory"), "app");
    attack(container, keyed, both.header("x-user-key", "mallory"), "conflict");
  }

  private static List<String> userKeys() {
    return List.of(
        "X-User-Key", "X_User_Key", "x-user-key", "X-Forwarded-User", "Remote-User", "X-User");
  }

  @Attack("H12")
  @ParameterizedTest
  @EnumSource
  void pathInAHeaderIsNotLookedAt(Container container) throws Exception {
    for (String name :
        List.of(
            "X-Forwarded-Uri",
            "X-Original-URL",
            "X-Original-Uri",
            "X-Rewrite-URL",
            "X-Forwarded-Prefix",
            "X-Forwarded-Path")) {
      for (String path : List.of("/public/x", "/public", "http://a.example/public/x")) {
        attack(container, site(container), get(ME).header(name, path), "missing");
      }
      RawRequest open = get("/public/x").header(name, ME);
      attack(container, site(container), open, "public:nobody");
    }
  }

  @Attack("H13")
  @ParameterizedTest
  @EnumSource
  void challengeIsThatOfTheRfcAndOfFixedText(Container container) throws Exception {
    Site site = site(container);
    Map<RawRequest, String> challenges =
        Map.of(
            get(ME), "Bearer realm=\"tambo\"",
            get(ME).header("Authorization", BASIC), "Bearer realm=\"tambo\"",
            get(ME).bearer(CANARY), "Bearer realm=\"tambo\", error=\"invalid_token\"",
            get(ME).bearer(expired()), "Bearer realm=\"tambo\", error=\"invalid_token\"",
            get(ME).bearer("a b"), "Bearer realm=\"tambo\", error=\"invalid_request\"",
            get(ME).bearer("\"" + CANARY), "Bearer realm=\"tambo\", error=\"invalid_request\"");
    for (Map.Entry<RawRequest, String> attack : challenges.entrySet()) {
      RawResponse answer = site.send(attack.getKey());
      assertEquals(List.of(attack.getValue()), answer.values(Expectation.CHALLENGE));
      assertFalse(answer.toString().contains(CANARY), answer::toString);
    }
    assertEquals(List.of(), site.visits().taken());
  }

  private String expired() {
    return issuer().token("alice").expiresIn(Duration.ofHours(-1)).text();
  }

  @Attack("H14")
  @ParameterizedTest
  @EnumSource
  void anotherSchemeIsNoCredentialAndABoundTokenNoBearerToken(Container container)
      throws Exception {
    authorization(container, BASIC, "missing");
    authorization(container, "DPoP " + token(), "missing");
    authorization(container, "DPoP " + bound(), "missing");
    authorization(container, "Bearer " + bound(), "invalid");
    RawRequest proof = get(ME).bearer(bound()).header("DPoP", token());
    attack(container, site(container), proof, "invalid");
  }

  private String bound() {
    Map<String, String> key = Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    return issuer().token("alice").claim("cnf", key).text();
  }
}
