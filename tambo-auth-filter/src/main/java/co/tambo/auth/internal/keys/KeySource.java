package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the keys of one issuer come from. Thread-safe. */
public interface KeySource extends AutoCloseable {

  /** What a search for keys found. */
  sealed interface Lookup {}

  /** Keys that may have made the signature, at least one. */
  record Candidates(List<VerificationKey> keys) implements Lookup {}

  /** No such key, and the set is fresh enough to say so. */
  record NoSuchKey() implements Lookup {}

  /**
   * The keys cannot be had at present.
   *
   * @param retryAfter when to try again
   */
  record Unavailable(Duration retryAfter) implements Lookup {}

  /**
   * Returns the keys for a token, fetching them first when that is needed and the budget allows.
   *
   * @param kid the token's key id; null finds every key of the algorithm
   */
  Lookup find(@Nullable String kid, JwsAlgorithm algorithm);

  /**
   * Returns the keys for a token that none of the found ones has signed, fetching them anew when
   * the budget allows: an issuer that gives its keys no kid replaces them unseen.
   */
  default Lookup findAnew(@Nullable String kid, JwsAlgorithm algorithm) {
    return new NoSuchKey();
  }

  /**
   * Returns whether a key that was found before may still be relied on: {@link Candidates} of that
   * key, {@link NoSuchKey} when it has left the set, or {@link Unavailable}.
   */
  Lookup recheck(VerificationKey key);

  /** Releases who waits; later searches find {@link Unavailable}. */
  @Override
  default void close() {}

  /** Returns a source of configured keys. */
  static KeySource fixed(List<VerificationKey> keys) {
    return new FixedKeys(keys);
  }

  /**
   * Returns a source of fetched keys. Nothing is fetched before the first search. The caller closes
   * what the fetches are made with.
   */
  static KeySource remote(
      KeySetFetch fetch, TimeSource time, KeySettings settings, KeyFetchListener listener) {
    return new RemoteKeys(new NewestKeySet(fetch, time, settings, listener), time);
  }
}
