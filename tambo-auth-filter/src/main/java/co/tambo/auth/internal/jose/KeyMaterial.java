package co.tambo.auth.internal.jose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads and admits keys: JWK sets, PEM, secrets. Weak and unfit keys are left out, and said. */
public final class KeyMaterial {

  /** How many keys of a set are read. */
  static final int MAX_KEYS = 300;

  private KeyMaterial() {}

  /**
   * What a text held.
   *
   * @param keys the keys that were admitted
   * @param problems why others were not, one sentence each, without key material
   */
  public record Admitted(List<VerificationKey> keys, List<String> problems) {
    /** Copies the lists. */
    public Admitted {
      keys = List.copyOf(keys);
      problems = List.copyOf(problems);
    }

    static Admitted nothing(String problem) {
      return new Admitted(List.of(), List.of(problem));
    }
  }

  /**
   * Reads a JWK set (RFC 7517 section 5) key by key; symmetric and private keys are never admitted.
   * An object that maps key ids to PEM certificates, as Google publishes, is read too.
   *
   * @param now when it is, for keys that say when they expire
   */
  public static Admitted fromJwkSet(
      Map<String, @Nullable Object> document, Set<JwsAlgorithm> allowed, Instant now) {
    if (!document.containsKey("keys") && CertificateMap.isOne(document)) {
      return new CertificateMap(allowed, now).read(document);
    }
    if (!(document.get("keys") instanceof List<?> entries)) {
      return Admitted.nothing("The key set has no array of keys.");
    }
    JwkReader reader = new JwkReader(allowed, now);
    KeyAdmission admission = new KeyAdmission();
    entries.stream().limit(MAX_KEYS).forEach(entry -> admission.add(() -> reader.read(entry)));
    if (entries.size() > MAX_KEYS) {
      admission.problem("The key set is cut after " + MAX_KEYS + " keys.");
    }
    return admission.admitted();
  }

  /**
   * Reads a configured public key: PEM (every SPKI and X.509 block; the text around them is left
   * alone), a JWK or a JWK set. A text that holds a private key anywhere gives no key at all.
   *
   * @param now when it is, for keys and certificates that say when they begin or end
   */
  public static Admitted fromConfiguredText(String text, Set<JwsAlgorithm> allowed, Instant now) {
    return ConfiguredKeys.read(text.strip(), allowed, now);
  }

  /**
   * Admits a shared secret for the HMACs that its length permits (RFC 7518 section 3.2). One that
   * everybody knows, or that is one byte all through, is refused.
   */
  public static Admitted fromSecret(byte[] secret, Set<JwsAlgorithm> allowed) {
    List<String> weaknesses = SharedSecret.weaknesses(secret);
    if (!weaknesses.isEmpty()) {
      return new Admitted(List.of(), weaknesses);
    }
    Set<JwsAlgorithm> permitted = SharedSecret.permitted(secret, allowed);
    if (permitted.isEmpty()) {
      return Admitted.nothing(
          "The secret has " + secret.length + " bytes; no allowed algorithm takes so few.");
    }
    SecretKeySpec key = new SecretKeySpec(secret, "oct");
    return new Admitted(List.of(new VerificationKey(null, key, permitted)), List.of());
  }
}
