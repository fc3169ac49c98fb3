package co.tambo.auth.internal.jose;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The signature check. */
public final class Signatures {

  /** How many keys a token without a kid, or with a kid that several keys share, is tried with. */
  public static final int MAX_CANDIDATES = 8;

  private static final Comparator<VerificationKey> NAMED_FIRST =
      Comparator.comparing(key -> key.kid() == null);

  private Signatures() {}

  /**
   * Returns the key that made the signature, if one of these did. Only keys whose algorithms
   * contain the token's are tried, at most {@link #MAX_CANDIDATES}; for a token with a kid, the
   * keys of that kid, then those without one. Never throws.
   */
  public static Optional<VerificationKey> verifyJws(
      CompactJws jws, Collection<VerificationKey> keys) {
    List<VerificationKey> candidates = VerificationKey.meant(keys, jws.kid(), jws.algorithm());
    candidates.sort(NAMED_FIRST);
    byte[] signingInput = jws.signingInput();
    for (int i = 0; i < Math.min(candidates.size(), MAX_CANDIDATES); i++) {
      VerificationKey key = candidates.get(i);
      if (key.verifies(jws.algorithm(), signingInput, jws.signature())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
