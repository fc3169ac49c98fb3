package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.Credential.None;
import co.tambo.auth.Credential.Token;
import co.tambo.auth.Credential.Unusable;
import co.tambo.auth.Credential.UserKey;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.config.CredentialSource;
import co.tambo.auth.internal.config.CredentialSource.Place;
import co.tambo.auth.parts.Attack;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialExtractorTest {

  private static final SessionCookies COOKIES = new SessionCookies(List.of(), List.of());
  private static final Unusable CONFLICT = new Unusable(AuthError.CREDENTIALS_CONFLICT);

  private static CredentialSource at(Place place, String name) {
    return new CredentialSource(place, name);
  }

  private static CredentialExtractor tokens(CredentialSource... sources) {
    return new CredentialExtractor(Arrays.asList(sources), List.of(), COOKIES, 8192);
  }

  private static CredentialExtractor keys(CredentialSource... sources) {
    return new CredentialExtractor(List.of(), Arrays.asList(sources), COOKIES, 8192);
  }

  @Nested
  class UserTokens {

    private final CredentialExtractor anywhere =
        tokens(
            at(Place.HEADER, "Authorization"),
            at(Place.HEADER, "X-Token"),
            at(Place.COOKIE, "session"),
            at(Place.SESSION, "token"),
            at(Place.ATTRIBUTE, "token"));

    @Test
    void eachPlaceGivesItsToken() {
      Token token = new Token("t", false);
      assertEquals(
          token, anywhere.extract(FakeRequest.get("/").header("Authorization", "Bearer t")));
      assertEquals(token, anywhere.extract(FakeRequest.get("/").header("X-Token", "t")));
      assertEquals(token, anywhere.extract(FakeRequest.get("/").header("X-Token", "Bearer t")));
      assertEquals(token, anywhere.extract(FakeRequest.get("/").session("token", "t")));
      assertEquals(token, anywhere.extract(FakeRequest.get("/").attribute("token", "t")));
    }

    @Test
    void cookieGivesATokenThatTheBrowserSentByItself() {
      assertEquals(
          new Token("t", true), anywhere.extract(FakeRequest.get("/").cookie("session", "t")));
    }

    @Test
    void placesThatAreNotConfiguredAreIgnored() {
      FakeRequest request =
          FakeRequest.get("/").header("Authorization", "Bearer t").cookie("other", "t");
      assertEquals(new None(), tokens(at(Place.COOKIE, "session")).extract(request));
    }

    @Test
    void tokenInTwoPlacesIsAConflict() {
      FakeRequest request =
          FakeRequest.get("/").header("Authorization", "Bearer t").cookie("session", "t");
      assertEquals(CONFLICT, anywhere.extract(request));
    }

    @Test
    void cookieTwiceIsAConflict() {
      assertEquals(
          CONFLICT,
          anywhere.extract(FakeRequest.get("/").cookie("session", "t").cookie("session", "u")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"access_token=x", "a=b&access_token=", "access_token", "%61ccess_token=x"})
    void tokenInHeaderAndQueryIsAConflict(String query) {
      FakeRequest request = FakeRequest.get("/").header("Authorization", "Bearer t").query(query);
      assertEquals(CONFLICT, anywhere.extract(request));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "a=b", "a=access_token", "access_token2=x", "%=x", "%zz=x&%61ccess=token"})
    void queryWithoutATokenIsNoConflict(String query) {
      FakeRequest request = FakeRequest.get("/").header("Authorization", "Bearer t").query(query);
      assertEquals(new Token("t", false), anywhere.extract(request));
    }

    @Test
    void tokenIsFoundBehindAParameterThatCannotBeDecoded() {
      FakeRequest request = FakeRequest.get("/").header("Authorization", "Bearer t");
      assertEquals(CONFLICT, anywhere.extract(request.query("%=x&access_token=x")));
    }

    @Test
    void tokenInTheQueryAloneIsNoCredential() {
      assertEquals(new None(), anywhere.extract(FakeRequest.get("/").query("access_token=x")));
    }

    @Test
    void sessionAttributeThatIsNoTextIsTheApplicationsFault() {
      assertEquals(
          new Unusable(AuthError.CREDENTIAL_UNUSABLE),
          anywhere.extract(FakeRequest.get("/").session("token", 42)));
    }

    @Test
    void malformedHeaderOutweighsNothingElse() {
      assertEquals(
          new Unusable(AuthError.CREDENTIAL_MALFORMED),
          anywhere.extract(FakeRequest.get("/").header("X-Token", "a b")));
    }
  }

  @Nested
  class UserKeys {

    @Test
    void eachPlaceGivesItsKey() {
      UserKey key = new UserKey("alice");
      FakeRequest request = FakeRequest.get("/").session("u", "alice").attribute("u", "alice");
      assertEquals(key, keys(at(Place.SESSION, "u")).extract(request));
      assertEquals(key, keys(at(Place.ATTRIBUTE, "u")).extract(request));
      assertEquals(key, keys(at(Place.VALUE, "alice")).extract(request));
      assertEquals(
          key, keys(at(Place.HEADER, "X-User")).extract(request.header("x-user", "alice")));
      assertEquals(key, keys(at(Place.PRINCIPAL, "")).extract(request.principal(() -> "alice")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "oauth:user:x", " a", "a ", "a\nb", "a\u202eb", "a\u0000"})
    @Attack("C04")
    void keyThatCannotBeOneIsTheCallersFaultInAHeader(String key) {
      assertEquals(
          new Unusable(AuthError.USER_KEY_REFUSED),
          keys(at(Place.HEADER, "X-User")).extract(FakeRequest.get("/").header("X-User", key)));
    }

    @Test
    void keyThatCannotBeOneIsTheApplicationsFaultElsewhere() {
      assertEquals(
          new Unusable(AuthError.CREDENTIAL_UNUSABLE),
          keys(at(Place.SESSION, "u")).extract(FakeRequest.get("/").session("u", "oauth:user:x")));
    }

    @Test
    @Attack("C04")
    void keyOfUpTo255CharactersIsTaken() {
      CredentialExtractor session = keys(at(Place.SESSION, "u"));
      String longest = "k".repeat(255);
      assertEquals(
          new UserKey(longest), session.extract(FakeRequest.get("/").session("u", longest)));
      assertEquals(
          new Unusable(AuthError.CREDENTIAL_UNUSABLE),
          session.extract(FakeRequest.get("/").session("u", longest + "k")));
      assertEquals(
          new Unusable(AuthError.USER_KEY_REFUSED),
          keys(at(Place.HEADER, "X-User"))
              .extract(FakeRequest.get("/").header("X-User", "k".repeat(10_240))));
    }

    @Test
    void otherSpellingsOfTheHeaderAreNotTrusted() {
      assertEquals(
          new None(),
          keys(at(Place.HEADER, "X-User-Key"))
              .extract(FakeRequest.get("/").header("X_User_Key", "alice")));
    }
  }

  @Test
  @Attack("C03")
  void keyAndTokenAreAConflict() {
    CredentialExtractor both =
        new CredentialExtractor(
            List.of(at(Place.HEADER, "Authorization")),
            List.of(at(Place.SESSION, "u")),
            COOKIES,
            8192);
    FakeRequest request =
        FakeRequest.get("/").header("Authorization", "Bearer t").session("u", "alice");
    assertEquals(CONFLICT, both.extract(request));
  }

  @Test
  void onlyThePrincipalAsksTheContainer() {
    assertTrue(keys(at(Place.SESSION, "u"), at(Place.PRINCIPAL, "")).asksContainer());
    assertFalse(keys(at(Place.SESSION, "u"), at(Place.HEADER, "X-User")).asksContainer());
    assertFalse(keys().asksContainer());
  }

  @Test
  void contradictionOfTheCallerIsInvalidAndThatOfTheApplicationIsAnError() {
    Fingerprint fingerprint = Fingerprint.of(new byte[0], "");
    assertEquals(
        new TamboAuthState.Invalid(AuthError.CREDENTIALS_CONFLICT),
        CONFLICT.verdict(fingerprint).state());
    assertEquals(
        new TamboAuthState.Error(AuthError.CREDENTIAL_UNUSABLE),
        new Unusable(AuthError.CREDENTIAL_UNUSABLE).verdict(fingerprint).state());
  }

  @Test
  void tokenIsNeverPrinted() {
    assertFalse(new Token("canary", false).toString().contains("canary"));
  }
}
