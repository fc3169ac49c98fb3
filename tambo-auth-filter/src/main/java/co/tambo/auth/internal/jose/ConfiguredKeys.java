package co.tambo.auth.internal.jose;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the public keys that a deployer configured, in any of the forms that people have them. */
final class ConfiguredKeys {

  /** The longest PEM text or JWK that is read, in characters. */
  static final int MAX_KEY_LENGTH = 10_000;

  /** The longest JWK set that is read, in characters. */
  static final int MAX_SET_LENGTH = 65_536;

  private static final Admitted PRIVATE =
      Admitted.nothing(
          "The text holds a private key; configure its public half, and replace the key pair if"
              + " others could read it.");

  private ConfiguredKeys() {}

  static Admitted read(String text, Set<JwsAlgorithm> allowed, Instant now) {
    if (text.length() > MAX_SET_LENGTH) {
      return tooLong("The text", MAX_SET_LENGTH);
    }
    return text.startsWith("{") ? json(text, allowed, now) : pem(text, new PemReader(allowed, now));
  }

  private static Admitted json(String text, Set<JwsAlgorithm> allowed, Instant now) {
    Map<String, @Nullable Object> document;
    try {
      document = Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonException e) {
      return Admitted.nothing(
          "The text begins like a JWK, but is not strict JSON: " + e.getMessage() + ".");
    }
    if (!document.containsKey("keys")) {
      return text.length() > MAX_KEY_LENGTH
          ? tooLong("The JWK", MAX_KEY_LENGTH)
          : set(Map.of("keys", List.of(document)), allowed, now);
    }
    return set(document, allowed, now);
  }

  private static Admitted set(
      Map<String, @Nullable Object> document, Set<JwsAlgorithm> allowed, Instant now) {
    if (List.of().equals(document.get("keys"))) {
      return Admitted.nothing("The key set is empty.");
    }
    boolean holdsPrivateKey =
        document.get("keys") instanceof List<?> entries
            && entries.stream().anyMatch(JwkReader::isPrivateKey);
    return holdsPrivateKey ? PRIVATE : KeyMaterial.fromJwkSet(document, allowed, now);
  }

  private static Admitted pem(String text, PemReader reader) {
    if (text.contains("PRIVATE KEY-----")) {
      return PRIVATE;
    }
    if (text.length() > MAX_KEY_LENGTH) {
      return tooLong("The PEM text", MAX_KEY_LENGTH);
    }
    try {
      return pem(PemBlock.in(text), reader);
    } catch (UnfitKeyException e) {
      return Admitted.nothing("The text cannot be read: " + e.reason() + ".");
    }
  }

  private static Admitted pem(List<PemBlock> blocks, PemReader reader) {
    if (blocks.isEmpty()) {
      return Admitted.nothing(
          "The text is no PEM (-----BEGIN PUBLIC KEY----- or -----BEGIN CERTIFICATE-----), no JWK"
              + " and no JWK set.");
    }
    KeyAdmission admission = new KeyAdmission();
    blocks.forEach(block -> admission.add(() -> reader.read(block)));
    return admission.admitted();
  }

  private static Admitted tooLong(String what, int limit) {
    return Admitted.nothing(what + " is longer than " + limit + " characters.");
  }
}
