package co.tambo.auth;

import co.tambo.auth.internal.http.HttpFetch;

/** Makes authenticators that live by clocks of the caller's. */
public final class ClockedAuthenticator {

  private ClockedAuthenticator() {}

  /** Returns an authenticator that logs, as a deployed one. */
  public static TamboAuthenticator of(TamboAuthConfig config, StoppableTime time) {
    TamboAuthListener listener = TamboAuthListener.logging();
    Assembly assembly = new Assembly(config.policy(), listener, time, HttpFetch.create());
    return TamboAuthenticator.of(config, listener, assembly.wiring());
  }
}
