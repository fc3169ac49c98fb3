package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetched keys: a snapshot serves all requests, and fetches replace it. Lock-free. */
final class RemoteKeys implements KeySource {

  private static final Unavailable UNAVAILABLE = new Unavailable(Duration.ofSeconds(5));

  private final NewestKeySet keys;
  private final Refreshes refreshes;
  private final ForcedFetches forced;

  RemoteKeys(NewestKeySet keys, TimeSource time) {
    this.keys = keys;
    this.refreshes = new Refreshes(keys, time);
    this.forced = new ForcedFetches(keys, time);
  }

  @Override
  public Lookup find(@Nullable String kid, JwsAlgorithm algorithm) {
    try {
      KeySet set = serving();
      return set == null ? UNAVAILABLE : find(set, kid, algorithm);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNAVAILABLE;
    }
  }

  private Lookup find(KeySet set, @Nullable String kid, JwsAlgorithm algorithm)
      throws InterruptedException {
    List<VerificationKey> found = set.candidates(kid, algorithm);
    return found.isEmpty() ? fetched(kid, algorithm) : new Candidates(found);
  }

  @Override
  public Lookup findAnew(@Nullable String kid, JwsAlgorithm algorithm) {
    try {
      return fetched(kid, algorithm);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNAVAILABLE;
    }
  }

  private Lookup fetched(@Nullable String kid, JwsAlgorithm algorithm) throws InterruptedException {
    forced.await(kid);
    KeySet newest = keys.isClosed() ? null : keys.get();
    return newest == null ? UNAVAILABLE : lookup(newest.candidates(kid, algorithm));
  }

  private static Lookup lookup(List<VerificationKey> found) {
    return found.isEmpty() ? new NoSuchKey() : new Candidates(found);
  }

  @Override
  public Lookup recheck(VerificationKey key) {
    try {
      KeySet set = serving();
      return set == null ? UNAVAILABLE : lookup(set.has(key) ? List.of(key) : List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNAVAILABLE;
    }
  }

  private @Nullable KeySet serving() throws InterruptedException {
    KeySet set = keys.isClosed() ? null : refreshes.serving();
    return keys.isClosed() ? null : set;
  }

  @Override
  public void close() {
    keys.close();
    refreshes.close();
    forced.close();
  }
}
