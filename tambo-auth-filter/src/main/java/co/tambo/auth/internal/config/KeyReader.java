package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.jose.VerificationKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the configured keys of a provider. */
final class KeyReader {

  private final Values values;
  private final Findings findings;
  private final Instant now;
  private final FarSide farSide;

  KeyReader(Context context, FarSide farSide) {
    this.values = context.values();
    this.findings = context.findings();
    this.now = context.now();
    this.farSide = farSide;
  }

  /** Reads the keys that the way to verify needs; none for those that need none. */
  List<VerificationKey> read(Verification verification, Optional<Set<JwsAlgorithm>> admitted) {
    Set<JwsAlgorithm> allowed = admitted.orElse(Algorithms.possible(verification));
    return switch (verification) {
      case PUBLIC_KEY -> publicKeys(allowed);
      case SECRET -> secret(allowed, admitted.isPresent());
      case DISCOVERY, NONE, TAMBO -> List.of();
    };
  }

  /** Returns the algorithms that some of these keys can serve. */
  static Set<JwsAlgorithm> served(List<VerificationKey> keys) {
    Set<JwsAlgorithm> served = EnumSet.noneOf(JwsAlgorithm.class);
    keys.forEach(key -> served.addAll(key.algorithms()));
    return served;
  }

  private List<VerificationKey> publicKeys(Set<JwsAlgorithm> allowed) {
    if (!values.isSet(Setting.PUBLIC_KEY)) {
      values.missing(Setting.PUBLIC_KEY, "set it to the issuer's key, or to file: and its path");
      return List.of();
    }
    List<VerificationKey> keys =
        values
            .read(Setting.PUBLIC_KEY, KeyText::publicKey)
            .map(
                text ->
                    admit(Setting.PUBLIC_KEY, KeyMaterial.fromConfiguredText(text, allowed, now)))
            .orElse(List.of());
    if (served(keys).contains(JwsAlgorithm.EDDSA)) {
      farSide.eddsa(values.key(Setting.PUBLIC_KEY));
    }
    return keys;
  }

  private List<VerificationKey> secret(Set<JwsAlgorithm> allowed, boolean named) {
    if (!values.isSet(Setting.SECRET)) {
      values.missing(Setting.SECRET, "set it to the secret that the issuer signs with");
      return List.of();
    }
    Optional<byte[]> secret = values.read(Setting.SECRET, KeyText::secret);
    secret.ifPresent(bytes -> farSide.secret(values.key(Setting.SECRET), bytes));
    List<VerificationKey> keys =
        secret
            .map(bytes -> admit(Setting.SECRET, KeyMaterial.fromSecret(bytes, allowed)))
            .orElse(List.of());
    if (named && !keys.isEmpty() && !served(keys).containsAll(allowed)) {
      values.wrong(Setting.ALGORITHMS, "the secret is too short for one of them; make it longer");
    }
    return keys;
  }

  private List<VerificationKey> admit(Setting setting, KeyMaterial.Admitted admitted) {
    if (admitted.keys().isEmpty()) {
      values.wrong(setting, "it holds no key that can be used. " + said(admitted.problems()));
    } else {
      admitted
          .problems()
          .forEach(
              problem -> findings.warn(ConfigWarning.KEY_LEFT_OUT, values.key(setting), problem));
    }
    return admitted.keys();
  }

  private static String said(List<String> problems) {
    return String.join(" ", problems);
  }
}
