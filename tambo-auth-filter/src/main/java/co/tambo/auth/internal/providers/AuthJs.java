package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.sessions.AuthJsSession;

/** Auth.js: the token of the provider behind it, Google unless an issuer is named. */
record AuthJs() implements ProviderRules {

  private static final String NEEDS =
      "set tambo.client-id to the OAuth client id at Google (or tambo.issuer and tambo.audience for"
          + " another provider); to open the session cookies, set tambo.session-secret to"
          + " AUTH_SECRET";

  /** An encrypted session names no audience: the secret that opens it is for this application. */
  @Override
  public boolean boundByAudience(TokenView token) {
    return !isSession(token);
  }

  @Override
  public boolean boundByParty(TokenView token) {
    return !isSession(token);
  }

  private static boolean isSession(TokenView token) {
    return token.headerText("alg").equals("dir");
  }

  static Expansion expand(PresetInputs told) {
    return told.clientIds().isEmpty()
        ? finished(Expansion.of(new AuthJs(), NEEDS), told)
        : finished(Google.builder(new AuthJs(), NEEDS, told), told);
  }

  private static Expansion finished(Expansion.Builder builder, PresetInputs told) {
    return builder.tenants(told.tenants()).sessionCookies(AuthJsSession.COOKIES).build();
  }
}
