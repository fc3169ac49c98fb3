package co.tambo.auth.testing;

import java.util.Map;

/**
 * Users' tokens as the identity providers write them: issuer, header, claims, lifetime and key id
 * are those of the provider, so that a test shows what an application will really meet. The names
 * in them are made up; roles, tenant and e-mail address go where the provider has them.
 *
 * <pre>{@code
 * String token = issuer.token(ProviderToken.KEYCLOAK, "ada").roles("editor").text();
 * Map<String, String> settings = ProviderToken.KEYCLOAK.settings(issuer);
 * }</pre>
 *
 * <p>GitHub's tokens are opaque and not here.
 */
public enum ProviderToken {
  /** Google's ID token of a private account. */
  GOOGLE(new GoogleVoice("google", "")),
  /** Google's ID token of a Workspace account; {@code tenant} is its domain. */
  GOOGLE_WORKSPACE(new GoogleVoice("google", "example.com")),
  /** An access token of Microsoft Entra ID, version 2; {@code tenant} is the directory, a GUID. */
  ENTRA(new EntraVoice(EntraVoice.Kind.ACCESS)),
  /** An access token of Microsoft Entra ID, version 1, as APIs get that asked for no other. */
  ENTRA_V1(new EntraVoice(EntraVoice.Kind.ACCESS_V1)),
  /** An ID token of Microsoft Entra ID. */
  ENTRA_ID(new EntraVoice(EntraVoice.Kind.ID)),
  /** An access token of Auth0 for an API; roles by an Action, {@code tenant} the organization. */
  AUTH0(new Auth0Voice(false)),
  /** An access token of Auth0 in the profile of RFC 9068. */
  AUTH0_RFC9068(new Auth0Voice(true)),
  /** A session token of Clerk, with an active organization and one role in it. */
  CLERK(new ClerkVoice(2)),
  /** A session token of Clerk, version 1. */
  CLERK_V1(new ClerkVoice(1)),
  /** An ID token of Firebase; roles are a custom claim, {@code tenant} is Identity Platform's. */
  FIREBASE(new FirebaseVoice(false)),
  /** A session cookie of Firebase; its key is in the one key set, as a JWK. */
  FIREBASE_SESSION(new FirebaseVoice(true)),
  /** An access token of Supabase, signed with ES256; roles are the application's metadata. */
  SUPABASE(new SupabaseVoice(ProviderVoice.Proof.KEY_SET)),
  /** An access token of Supabase, signed with the project's legacy secret. */
  SUPABASE_LEGACY(new SupabaseVoice(ProviderVoice.Proof.SECRET)),
  /** A token of Neon Auth; {@code tenant} is the active organization, in which roles are. */
  NEON(new NeonVoice()),
  /** A token of Neon Auth in its Stack Auth days; {@code tenant} is the selected team. */
  NEON_STACK_AUTH(new StackAuthVoice()),
  /** An access token of WorkOS AuthKit; {@code tenant} is the organization. */
  WORKOS(new WorkOsVoice()),
  /** A token of Better Auth's {@code jwt} plugin. */
  BETTER_AUTH(new BetterAuthVoice()),
  /** The ID token of Google that an Auth.js application passes on. */
  AUTHJS(new GoogleVoice("authjs", "")),
  /** The encrypted session of Auth.js 5: the value of the cookie {@code authjs.session-token}. */
  AUTHJS_SESSION(new AuthJsSessionVoice()),
  /** An access token of Keycloak; roles are the realm's, {@code tenant} is the organization. */
  KEYCLOAK(new KeycloakVoice()),
  /** An access token of Okta's default authorization server; roles are groups. */
  OKTA(new OktaVoice(false)),
  /** An ID token of Okta's default authorization server; roles are groups. */
  OKTA_ID(new OktaVoice(true)),
  /** An access token of a Cognito user pool; roles are groups. */
  COGNITO(new CognitoVoice(false)),
  /** An ID token of a Cognito user pool; roles are groups. */
  COGNITO_ID(new CognitoVoice(true));

  @SuppressWarnings("ImmutableEnumChecker") // a record of values
  private final ProviderVoice voice;

  ProviderToken(ProviderVoice voice) {
    this.voice = voice;
  }

  /**
   * Returns the settings that accept such tokens of an issuer: the preset, what belongs to it, and
   * where the issuer's keys are, or its secret. Immutable.
   */
  public Map<String, String> settings(FakeIssuer issuer) {
    return issuer.settings(voice);
  }

  ProviderVoice voice() {
    return voice;
  }
}
