package co.tambo.auth.internal.jose;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Collects the keys of a text one by one, so that no key spoils another. Not thread-safe. */
final class KeyAdmission {

  /** Reads one key. */
  @FunctionalInterface
  interface Reading {
    VerificationKey key() throws UnfitKeyException, GeneralSecurityException;
  }

  private final List<VerificationKey> keys = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int count;

  void add(Reading reading) {
    count++;
    try {
      keys.add(reading.key());
    } catch (UnfitKeyException e) {
      leaveOut(e.reason());
    } catch (GeneralSecurityException | RuntimeException e) {
      leaveOut("the platform cannot read it");
    }
  }

  void problem(String sentence) {
    problems.add(sentence);
  }

  KeyMaterial.Admitted admitted() {
    return new KeyMaterial.Admitted(keys, problems);
  }

  private void leaveOut(String reason) {
    problem("Key " + count + " is left out: " + reason + ".");
  }
}
