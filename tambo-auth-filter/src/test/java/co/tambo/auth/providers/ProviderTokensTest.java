package co.tambo.auth.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.internal.Rejection;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.ProviderToken;
import co.tambo.auth.testing.TokenBuilder;
import co.tambo.auth.testing.WrongToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The stand-in's tokens of all providers, through the servlet filter under their presets. */
@Tag("providers")
class ProviderTokensTest {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final List<String> reasons = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    issuer.close();
  }

  private RawResponse get(Map<String, String> settings, String token) throws Exception {
    TamboAuthListener listener =
        new TamboAuthListener() {
          @Override
          public void decided(Decided event) {
            reasons.add(event.reason());
          }
        };
    try (JettyDeployment site = WhoAmI.behindFilter(settings, listener)) {
      return RawResponse.to(request(settings.get("tambo.user-token"), token), site.port());
    }
  }

  private static RawRequest request(@Nullable String place, String token) {
    RawRequest request = RawRequest.get("/me");
    return place == null
        ? request.bearer(token)
        : request.header("Cookie", place.substring("cookie:".length()) + "=" + token);
  }

  private void refused(Rejection expected, Map<String, String> settings, String token)
      throws Exception {
    RawResponse answer = get(settings, token);
    assertEquals(401, answer.status(), answer.toString());
    assertEquals(List.of(expected.word()), reasons);
  }

  @ParameterizedTest
  @EnumSource
  void ordinaryTokenIsAcceptedAsItIs(ProviderToken kind) throws Exception {
    RawResponse answer = get(kind.settings(issuer), issuer.token(kind, "ada").text());
    assertEquals(200, answer.status(), () -> answer + " " + reasons);
    assertEquals("ada", Sample.json(answer.body()).get("subject"));
  }

  @ParameterizedTest
  @EnumSource
  void tokenOfAnotherIssuersKeyIsRefused(ProviderToken kind) throws Exception {
    try (FakeIssuer other = FakeIssuer.start()) {
      RawResponse answer = get(kind.settings(issuer), other.token(kind, "ada").text());
      assertEquals(401, answer.status(), answer.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind             | tenant                               | email | verified
          GOOGLE             |                                      | true  | true
          GOOGLE_WORKSPACE   | example.com                          | true  | true
          ENTRA              | 3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8 | false | false
          ENTRA_V1           | 3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8 | false | false
          ENTRA_ID           | 3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8 | true  | false
          AUTH0              |                                      | false | false
          AUTH0_RFC9068      |                                      | false | false
          CLERK              | org_2vQ7mB4xK9dLcT1sWfRzH8nYpJe      | false | false
          CLERK_V1           | org_2vQ7mB4xK9dLcT1sWfRzH8nYpJe      | false | false
          FIREBASE           |                                      | true  | true
          FIREBASE_SESSION   |                                      | true  | true
          SUPABASE           |                                      | true  | false
          SUPABASE_LEGACY    |                                      | true  | false
          NEON               |                                      | true  | true
          NEON_STACK_AUTH    |                                      | true  | true
          WORKOS             |                                      | false | false
          BETTER_AUTH        |                                      | true  | true
          AUTHJS             |                                      | true  | true
          AUTHJS_SESSION     |                                      | true  | false
          KEYCLOAK           |                                      | true  | true
          OKTA               |                                      | false | false
          OKTA_ID            |                                      | true  | true
          COGNITO            |                                      | false | false
          COGNITO_ID         |                                      | true  | true
          """)
  void ordinaryTokenHoldsWhatTheProviderWrites(
      ProviderToken kind, @Nullable String tenant, boolean email, boolean verified)
      throws Exception {
    Map<String, @Nullable Object> expected = new HashMap<>();
    expected.put("tenant", tenant);
    expected.put("email", email ? "ada@example.com" : null);
    expected.put("email_verified", verified);
    assertEquals(expected, facts(kind, issuer.token(kind, "ada"), expected));
  }

  @ParameterizedTest
  @CsvSource({
    "ENTRA, 'admin,editor'",
    "ENTRA_V1, 'admin,editor'",
    "ENTRA_ID, 'admin,editor'",
    "AUTH0, 'admin,editor'",
    "AUTH0_RFC9068, 'admin,editor'",
    "CLERK, org:admin",
    "CLERK_V1, org:admin",
    "FIREBASE, 'admin,editor'",
    "FIREBASE_SESSION, 'admin,editor'",
    "SUPABASE, 'admin,editor'",
    "SUPABASE_LEGACY, 'admin,editor'",
    "NEON, 'admin,editor'",
    "WORKOS, 'admin,editor'",
    "BETTER_AUTH, 'admin,editor'",
    "KEYCLOAK, 'admin,editor'",
    "OKTA, 'admin,editor'",
    "OKTA_ID, 'admin,editor'",
    "COGNITO, 'admin,editor'",
    "COGNITO_ID, 'admin,editor'"
  })
  void rolesGoWhereTheProviderHasThem(ProviderToken kind, String roles) throws Exception {
    List<String> expected = List.of(roles.split(","));
    assertEquals(
        Map.of("roles", expected),
        facts(
            kind,
            issuer.token(kind, "ada").roles(expected.toArray(String[]::new)),
            Map.of("roles", List.of())));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "AUTH0",
        "AUTH0_RFC9068",
        "CLERK",
        "CLERK_V1",
        "FIREBASE",
        "FIREBASE_SESSION",
        "GOOGLE",
        "KEYCLOAK",
        "NEON",
        "NEON_STACK_AUTH",
        "WORKOS"
      })
  void tenantGoesWhereTheProviderHasIt(ProviderToken kind) throws Exception {
    assertEquals(
        Map.of("tenant", "acme"),
        facts(kind, issuer.token(kind, "ada").tenant("acme"), Map.of("tenant", "")));
  }

  @ParameterizedTest
  @EnumSource(names = {"ENTRA", "ENTRA_V1", "ENTRA_ID"})
  void directoryGoesIntoTheIssuerToo(ProviderToken kind) throws Exception {
    String other = "00000000-1111-4222-8333-444444444444";
    String token = issuer.token(kind, "ada").tenant(other).text();
    refused(Rejection.ISSUER_NOT_ACCEPTED, kind.settings(issuer), token);
    Map<String, String> open = new LinkedHashMap<>(kind.settings(issuer));
    open.put("tambo.tenant", "organizations");
    assertEquals(other, Sample.json(get(open, token).body()).get("tenant"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COGNITO")
  void emailAddressGoesWhereTheProviderHasIt(ProviderToken kind) throws Exception {
    assertEquals(
        Map.of("email", "ada@other.example"),
        facts(kind, issuer.token(kind, "ada").email("ada@other.example"), Map.of("email", "")));
  }

  /** Returns the facts of these names that the application sees. */
  private Map<String, @Nullable Object> facts(
      ProviderToken kind, TokenBuilder token, Map<String, ?> names) throws Exception {
    RawResponse answer = get(kind.settings(issuer), token.text());
    assertEquals(200, answer.status(), () -> answer + " " + reasons);
    Map<String, @Nullable Object> facts = Sample.json(answer.body());
    Map<String, @Nullable Object> named = new HashMap<>();
    names.keySet().forEach(name -> named.put(name, facts.get(name)));
    return named;
  }

  @ParameterizedTest
  @EnumSource
  void wrongTokenIsRefusedForWhatItIs(WrongToken kind) throws Exception {
    refused(expected(kind), kind.settings(issuer), issuer.token(kind, "ada").text());
  }

  private static Rejection expected(WrongToken kind) {
    return switch (kind) {
      case AUTH0_MACHINE,
          CLERK_MACHINE,
          COGNITO_MACHINE,
          ENTRA_APPLICATION,
          GOOGLE_SERVICE_ACCOUNT,
          KEYCLOAK_SERVICE_ACCOUNT,
          OKTA_SERVICE,
          WORKOS_MACHINE ->
          Rejection.MACHINE_TOKEN;
      case FIREBASE_ANONYMOUS, SUPABASE_ANONYMOUS -> Rejection.ANONYMOUS_USER;
      case BETTER_AUTH_BANNED, NEON_BANNED -> Rejection.BANNED_USER;
      case BETTER_AUTH_SESSION_CACHE -> Rejection.SESSION_CACHE;
      case CLERK_OAUTH -> Rejection.OAUTH_TOKEN;
      case CLERK_PENDING -> Rejection.SESSION_PENDING;
      case COGNITO_FOREIGN_CLIENT -> Rejection.PARTY_NOT_ACCEPTED;
      case ENTRA_GRAPH -> Rejection.GRAPH_TOKEN;
      case ENTRA_PERSONAL_ACCOUNT -> Rejection.PERSONAL_ACCOUNT;
      case FIREBASE_CUSTOM -> Rejection.CUSTOM_TOKEN;
      case FIREBASE_EMULATOR -> Rejection.EMULATOR_TOKEN;
      case KEYCLOAK_ID -> Rejection.ID_TOKEN;
      case KEYCLOAK_LOGOUT -> Rejection.LOGOUT_TOKEN;
      case KEYCLOAK_REFRESH -> Rejection.REFRESH_TOKEN;
      case OKTA_ORG_SERVER -> Rejection.ORG_SERVER_TOKEN;
      case SUPABASE_ANON_KEY -> Rejection.PROJECT_API_KEY;
    };
  }

  /** The last column is what must be admitted for the token to be accepted after all. */
  @ParameterizedTest
  @CsvSource({
    "GOOGLE_SERVICE_ACCOUNT, machine-tokens",
    "ENTRA_APPLICATION, machine-tokens",
    "ENTRA_PERSONAL_ACCOUNT, personal-accounts",
    "AUTH0_MACHINE, machine-tokens",
    "CLERK_MACHINE, machine-tokens",
    "FIREBASE_ANONYMOUS, anonymous-users",
    "SUPABASE_ANONYMOUS, anonymous-users",
    "WORKOS_MACHINE, machine-tokens",
    "KEYCLOAK_SERVICE_ACCOUNT, machine-tokens",
    "OKTA_SERVICE, machine-tokens",
    "COGNITO_MACHINE, machine-tokens"
  })
  void wrongTokenHasNoOtherFault(WrongToken kind, String admitted) throws Exception {
    Map<String, String> settings = new LinkedHashMap<>(kind.settings(issuer));
    settings.put("tambo.allow", admitted);
    RawResponse answer = get(settings, issuer.token(kind, "ada").text());
    assertEquals(200, answer.status(), () -> answer + " " + reasons);
  }

  @ParameterizedTest
  @CsvSource({
    "SUPABASE_LEGACY, SUPABASE, LEGACY_SECRET",
    "COGNITO, COGNITO_ID, TOKEN_USE_NOT_ACCEPTED",
    "COGNITO_ID, COGNITO, TOKEN_USE_NOT_ACCEPTED",
    "AUTHJS_SESSION, AUTHJS, ENCRYPTED_SESSION",
    "ENTRA, ENTRA_ID, AUDIENCE_NOT_ACCEPTED",
    "ENTRA_ID, ENTRA, AUDIENCE_NOT_ACCEPTED",
    "OKTA_ID, OKTA, AUDIENCE_NOT_ACCEPTED",
    "GOOGLE, GOOGLE_WORKSPACE, TENANT_NOT_ACCEPTED"
  })
  void tokenOfAnotherKindIsRefused(ProviderToken sent, ProviderToken setUp, Rejection expected)
      throws Exception {
    refused(expected, setUp.settings(issuer), issuer.token(sent, "ada").text());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SUPABASE_LEGACY", "AUTHJS_SESSION"})
  void settingsAreAPresetAndAFewMore(ProviderToken kind) {
    Map<String, String> settings = kind.settings(issuer);
    assertEquals(issuer.keySetUrl(), settings.get("tambo.jwks-url"));
    assertNotEquals(null, settings.get("tambo.preset"));
    assertTrue(settings.size() <= 5, settings.toString());
  }
}
