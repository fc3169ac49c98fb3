package co.tambo.benchmarks;

/** Decides whether a token is good, as its users have it do so. */
@FunctionalInterface
interface Verifier {

  /** Returns what it knows of the token's user; throws when the token is not good. */
  Object verify(String token) throws Exception;

  /** Forgets the tokens that it has seen. */
  default void forget() {}

  /** Makes a verifier that trusts an issuer. */
  @FunctionalInterface
  interface Maker {
    Verifier of(DemoIssuer issuer) throws Exception;
  }

  /** A token was refused, by a verifier that has no exception for that. */
  final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException() {
      super("refused", null, false, false);
    }
  }
}
