package co.tambo.auth;

/**
 * What a request is known to be, in the five words of Tambo's own SDK. Immutable.
 *
 * @see TamboAuth#state()
 */
public sealed interface TamboAuthState {

  /** Returns the state's word as Tambo's React SDK spells it, such as {@code identified}. */
  String status();

  /** The user is known. */
  record Identified(TamboPrincipal principal) implements TamboAuthState {
    @Override
    public String status() {
      return "identified";
    }
  }

  /** The user's token is being exchanged with Tambo, and the request does not wait for it. */
  record Exchanging() implements TamboAuthState {
    @Override
    public String status() {
      return "exchanging";
    }
  }

  /** The credential was not accepted, or could not be judged. */
  @SuppressWarnings("JavaLangClash") // the word is Tambo's
  record Error(AuthError error) implements TamboAuthState {
    @Override
    public String status() {
      return "error";
    }
  }

  /** The request's credentials contradict each other or are malformed. */
  record Invalid(AuthError error) implements TamboAuthState {
    @Override
    public String status() {
      return "invalid";
    }
  }

  /** The request carries no credential. */
  record Unauthenticated() implements TamboAuthState {
    @Override
    public String status() {
      return "unauthenticated";
    }
  }
}
