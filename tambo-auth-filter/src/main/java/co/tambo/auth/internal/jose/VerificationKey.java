package co.tambo.auth.internal.jose;

import co.tambo.auth.internal.json.Json;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that was admitted for verification, with the algorithms it may serve. Immutable,
 * thread-safe; equal to another with the same key material, kid and algorithms. Never prints
 * itself.
 */
public final class VerificationKey {

  private final @Nullable String kid;
  private final Key key;
  private final Set<JwsAlgorithm> algorithms;
  private final @Nullable String issuer;

  /** Creates a key of material that was admitted; {@code algorithms} is not empty. */
  VerificationKey(@Nullable String kid, Key key, Set<JwsAlgorithm> algorithms) {
    this(kid, key, algorithms, null);
  }

  private VerificationKey(
      @Nullable String kid, Key key, Set<JwsAlgorithm> algorithms, @Nullable String issuer) {
    this.kid = kid;
    this.key = key;
    this.algorithms = Collections.unmodifiableSet(EnumSet.copyOf(algorithms));
    this.issuer = issuer;
  }

  /** Returns this key as one that its set names an issuer for. */
  VerificationKey of(@Nullable String itsIssuer) {
    return new VerificationKey(kid, key, algorithms, itsIssuer);
  }

  /** Returns this key under a key id. */
  VerificationKey named(String itsKid) {
    return new VerificationKey(itsKid, key, algorithms, issuer);
  }

  /** Returns the key id, null without one. */
  public @Nullable String kid() {
    return kid;
  }

  /** Returns the algorithms that this key may serve, already cut down by its own {@code alg}. */
  public Set<JwsAlgorithm> algorithms() {
    return algorithms;
  }

  /** Returns the issuer that the key set names for this key, null when it names none. */
  public @Nullable String issuer() {
    return issuer;
  }

  /**
   * Returns the keys that a token may mean: those that serve its algorithm and have its kid, or
   * have none.
   *
   * @param kid the token's key id; null means every key
   */
  public static List<VerificationKey> meant(
      Collection<VerificationKey> keys, @Nullable String kid, JwsAlgorithm algorithm) {
    List<VerificationKey> meant = new ArrayList<>(1);
    for (VerificationKey key : keys) {
      boolean named = kid == null || key.kid == null || kid.equals(key.kid);
      if (named && key.algorithms.contains(algorithm)) {
        meant.add(key);
      }
    }
    return meant;
  }

  /** Returns whether this key made the signature; anything malformed is no signature. */
  boolean verifies(JwsAlgorithm algorithm, byte[] message, byte[] signature) {
    try {
      return algorithms.contains(algorithm) && algorithm.check().accepts(key, message, signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /** Returns whether this key is a shared secret of these bytes. */
  boolean isSecret(byte[] secret) {
    return key instanceof SecretKey && MessageDigest.isEqual(key.getEncoded(), secret);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof VerificationKey that && isLike(that));
  }

  private boolean isLike(VerificationKey that) {
    return Objects.equals(kid, that.kid)
        && Objects.equals(issuer, that.issuer)
        && algorithms.equals(that.algorithms)
        && MessageDigest.isEqual(key.getEncoded(), that.key.getEncoded());
  }

  @Override
  public int hashCode() {
    return Objects.hash(kid, algorithms, Arrays.hashCode(key.getEncoded()));
  }

  @Override
  public String toString() {
    return "VerificationKey[kid=" + Json.write(kid) + ", kty=" + key.getAlgorithm() + "]";
  }
}
