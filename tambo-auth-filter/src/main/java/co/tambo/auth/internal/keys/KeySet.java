package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key set as it was fetched.
 *
 * @param number counts the fetches, in the order in which they started
 * @param fetchedNanos when its fetch started: whatever was withdrawn before is not in it
 * @param life until when it is fetched anew
 * @param horizon until when it may serve if that fails
 */
record KeySet(
    long number, List<VerificationKey> keys, long fetchedNanos, Duration life, Duration horizon) {

  /** What its age asks for. */
  enum Age {
    /** Nothing. */
    FRESH,
    /** A fetch ahead of its end. */
    AGEING,
    /** A fetch; it serves on if that fails. */
    STALE,
    /** A fetch; it serves no longer. */
    GONE
  }

  KeySet {
    keys = List.copyOf(keys);
  }

  Age age(long nowNanos) {
    long age = nowNanos - fetchedNanos;
    if (age < life.toNanos() / 5 * 4) {
      return Age.FRESH;
    }
    if (age < life.toNanos()) {
      return Age.AGEING;
    }
    return age < horizon.toNanos() ? Age.STALE : Age.GONE;
  }

  /** Returns the keys of an algorithm that a kid may mean: those that have it, or have none. */
  List<VerificationKey> candidates(@Nullable String kid, JwsAlgorithm algorithm) {
    return VerificationKey.meant(keys, kid, algorithm);
  }

  /** Returns whether a key is in this set; at once for a key that a search has found here. */
  @SuppressWarnings("ReferenceEquality") // a shortcut
  boolean has(VerificationKey key) {
    for (VerificationKey mine : keys) {
      if (mine == key) {
        return true;
      }
    }
    return keys.contains(key);
  }

  /** Returns this set with the very objects of an earlier one where the keys are the same. */
  KeySet keeping(KeySet earlier) {
    return new KeySet(
        number, keys.stream().map(earlier::mineOr).toList(), fetchedNanos, life, horizon);
  }

  private VerificationKey mineOr(VerificationKey key) {
    int index = keys.indexOf(key);
    return index < 0 ? key : keys.get(index);
  }
}
