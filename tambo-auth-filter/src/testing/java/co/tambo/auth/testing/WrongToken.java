package co.tambo.auth.testing;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The providers' other tokens, which are well signed and yet no user's access to an application:
 * what a front end sends by mistake, or an attacker on purpose. The presets refuse each of them.
 *
 * <pre>{@code
 * String token = issuer.token(WrongToken.KEYCLOAK_REFRESH, "ada").text();
 * Map<String, String> settings = WrongToken.KEYCLOAK_REFRESH.settings(issuer);
 * }</pre>
 */
public enum WrongToken {
  /** An ID token that a Google service account made for itself. */
  GOOGLE_SERVICE_ACCOUNT(ProviderToken.GOOGLE, GoogleVoice::serviceAccount),
  /** An access token for Microsoft Graph, which only Graph can verify. */
  ENTRA_GRAPH(ProviderToken.ENTRA_V1, EntraVoice::graph),
  /** An application's own access token, by client credentials. */
  ENTRA_APPLICATION(ProviderToken.ENTRA, EntraVoice::application),
  /** A personal Microsoft account, where all organisations are accepted. */
  ENTRA_PERSONAL_ACCOUNT(
      ProviderToken.ENTRA, EntraVoice::personalAccount, Map.of("tambo.tenant", "organizations")),
  /** An access token by client credentials. */
  AUTH0_MACHINE(ProviderToken.AUTH0, Auth0Voice::machine),
  /** A session whose user has tasks left to do. */
  CLERK_PENDING(ProviderToken.CLERK, ClerkVoice::pending),
  /** A machine-to-machine token. */
  CLERK_MACHINE(ProviderToken.CLERK, ClerkVoice::machine),
  /** An access token of an OAuth application. */
  CLERK_OAUTH(ProviderToken.CLERK, ClerkVoice::oauthApplication),
  /** An ID token of an anonymous user. */
  FIREBASE_ANONYMOUS(ProviderToken.FIREBASE, FirebaseVoice::anonymous),
  /** A custom token, which is for signing in. */
  FIREBASE_CUSTOM(ProviderToken.FIREBASE, FirebaseVoice::custom),
  /** An ID token of the Auth emulator, which signs nothing. */
  FIREBASE_EMULATOR(ProviderToken.FIREBASE, FirebaseVoice::emulator),
  /** An access token of an anonymous user. */
  SUPABASE_ANONYMOUS(ProviderToken.SUPABASE, SupabaseVoice::anonymous),
  /** The project's public key, signed with the same secret as users' tokens. */
  SUPABASE_ANON_KEY(ProviderToken.SUPABASE_LEGACY, SupabaseVoice::anonKey),
  /** A token of a user whom Neon Auth has banned. */
  NEON_BANNED(ProviderToken.NEON, BetterAuthVoice::banned),
  /** A token of a client instead of a user. */
  WORKOS_MACHINE(ProviderToken.WORKOS, WorkOsVoice::machine),
  /** A token of a banned user. */
  BETTER_AUTH_BANNED(ProviderToken.BETTER_AUTH, BetterAuthVoice::banned),
  /** The cookie that caches a session, signed with the same key. */
  BETTER_AUTH_SESSION_CACHE(ProviderToken.BETTER_AUTH, BetterAuthVoice::sessionCache),
  /** An ID token. */
  KEYCLOAK_ID(ProviderToken.KEYCLOAK, KeycloakVoice::id),
  /** A refresh token. */
  KEYCLOAK_REFRESH(ProviderToken.KEYCLOAK, KeycloakVoice::refresh),
  /** A logout token. */
  KEYCLOAK_LOGOUT(ProviderToken.KEYCLOAK, KeycloakVoice::logout),
  /** A service account's access token. */
  KEYCLOAK_SERVICE_ACCOUNT(ProviderToken.KEYCLOAK, KeycloakVoice::serviceAccount),
  /** A service's access token. */
  OKTA_SERVICE(ProviderToken.OKTA, OktaVoice::service),
  /** An access token for Okta's own API. */
  OKTA_ORG_SERVER(ProviderToken.OKTA, OktaVoice::orgServer),
  /** An access token that another client of the pool got. */
  COGNITO_FOREIGN_CLIENT(ProviderToken.COGNITO, CognitoVoice::foreignClient),
  /** An access token by client credentials. */
  COGNITO_MACHINE(ProviderToken.COGNITO, CognitoVoice::machine);

  @SuppressWarnings("ImmutableEnumChecker") // a record of values and a reference to a method
  private final ProviderVoice voice;

  WrongToken(ProviderToken kind, BiConsumer<TokenBuilder, String> change) {
    this.voice = new AlteredVoice(kind.voice(), change, Map.of());
  }

  WrongToken(
      ProviderToken kind, BiConsumer<TokenBuilder, String> change, Map<String, String> differing) {
    this.voice = new AlteredVoice(kind.voice(), change, differing);
  }

  /** Returns the settings that accept the provider's users and refuse this token. Immutable. */
  public Map<String, String> settings(FakeIssuer issuer) {
    return issuer.settings(voice);
  }

  ProviderVoice voice() {
    return voice;
  }
}
