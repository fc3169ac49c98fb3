package co.tambo.auth.internal.jose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an object that maps key ids to PEM texts, the form in which Google publishes some keys. */
record CertificateMap(Set<JwsAlgorithm> allowed, Instant now) {

  /** Returns whether every member is a PEM text, and there is one. */
  static boolean isOne(Map<String, @Nullable Object> document) {
    return !document.isEmpty()
        && document.values().stream()
            .allMatch(value -> value instanceof String text && text.startsWith("-----BEGIN "));
  }

  KeyMaterial.Admitted read(Map<String, @Nullable Object> document) {
    KeyAdmission admission = new KeyAdmission();
    document.entrySet().stream()
        .limit(KeyMaterial.MAX_KEYS)
        .forEach(entry -> admission.add(() -> key(entry.getKey(), (String) entry.getValue())));
    return admission.admitted();
  }

  private VerificationKey key(String kid, @Nullable String pem) throws UnfitKeyException {
    List<VerificationKey> keys =
        pem == null ? List.of() : ConfiguredKeys.read(pem.strip(), allowed, now).keys();
    if (keys.size() != 1) {
      throw new UnfitKeyException("it is not one certificate that can be used");
    }
    return keys.get(0).named(kid);
  }
}
