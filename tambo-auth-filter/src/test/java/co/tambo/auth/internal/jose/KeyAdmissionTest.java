package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import java.security.ProviderException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyAdmissionTest {

  @Test
  void platformThatFailsOnOneKeyDoesNotSpoilTheNext() {
    VerificationKey good =
        new VerificationKey(null, TestKeys.RSA.getPublic(), Set.of(JwsAlgorithm.RS256));
    KeyAdmission admission = new KeyAdmission();
    admission.add(
        () -> {
          throw new ProviderException("canary");
        });
    admission.add(() -> good);
    assertEquals(
        new Admitted(List.of(good), List.of("Key 1 is left out: the platform cannot read it.")),
        admission.admitted());
  }
}
