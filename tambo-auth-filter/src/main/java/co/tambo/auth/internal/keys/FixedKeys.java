package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys from the configuration: a kid that no key has matches the keys that have none. */
record FixedKeys(List<VerificationKey> keys) implements KeySource {

  FixedKeys {
    keys = List.copyOf(keys);
  }

  @Override
  public Lookup find(@Nullable String kid, JwsAlgorithm algorithm) {
    List<VerificationKey> found = VerificationKey.meant(keys, kid, algorithm);
    return found.isEmpty() ? new NoSuchKey() : new Candidates(found);
  }

  @Override
  public Lookup recheck(VerificationKey key) {
    return keys.contains(key) ? new Candidates(List.of(key)) : new NoSuchKey();
  }
}
