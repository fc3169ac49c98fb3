package co.tambo.auth.internal.keys;

/** Told of every fetch of a key set. Quick, thread-safe, does not throw. */
@FunctionalInterface
public interface KeyFetchListener {

  /**
   * A fetch has ended.
   *
   * @param usable how many keys can be used now
   * @param problem what went wrong, on one line; empty when nothing did
   */
  void fetched(int usable, String problem);
}
