package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.security.KeyPair;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a certificate and an RSASSA-PSS key say about their own use. */
class PemReaderTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);

  private static String pem(KeyPair pair) {
    return TestKeys.pem("PUBLIC KEY", pair.getPublic().getEncoded());
  }

  private static Admitted admitted(String text) {
    return KeyMaterial.fromConfiguredText(text, ALL, new TestTime().now());
  }

  private static void assertNothing(String problem, String text) {
    assertEquals(new Admitted(List.of(), List.of(problem)), admitted(text));
  }

  @Nested
  class Certificate {

    static final String FOR_SIGNATURES =
        """
        -----BEGIN CERTIFICATE-----
        MIIBSDCB76ADAgECAgkAvXYh/SUeR/QwCgYIKoZIzj0EAwIwETEPMA0GA1UEAxMG
        aXNzdWVyMCAXDTI2MDEwMTAwMDAwMFoYDzIxMDgwMjIxMDAwMDAwWjARMQ8wDQYD
        VQQDEwZpc3N1ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATI6RMB81Dl89X3
        M1Wgd6UelAGJuBvjKAUTKOESlkfdstUCt916gHV/9PBUEAi9UA0iLavNE/9sGprO
        NsQ7++D1oy4wLDAdBgNVHQ4EFgQUqxeKb2WfqQR23rNHPf0CHvLvvckwCwYDVR0P
        BAQDAgeAMAoGCCqGSM49BAMCA0gAMEUCIE8nMWZc9JMTND1zaV5KTkJhC3tp1mRY
        vvs+vP2Ij7LKAiEAx4CdHr60lIyOTbQCt11XbWMMwLVmat5JIame2YjFZ2U=
        -----END CERTIFICATE-----
        """;
    private static final String FOR_KEY_AGREEMENT =
        """
        -----BEGIN CERTIFICATE-----
        MIIBRjCB7qADAgECAgh62M5K16dZmTAKBggqhkjOPQQDAjARMQ8wDQYDVQQDEwZp
        c3N1ZXIwIBcNMjYwMTAxMDAwMDAwWhgPMjEwODAyMjEwMDAwMDBaMBExDzANBgNV
        BAMTBmlzc3VlcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKWF3qNXPf9w9wrv
        0TKRlMa8/XhsBReMxxmsAbB5ysrg1C7H8QXUQ9nEig9ey250GB6dqIvG8GhmcUyv
        RA73OPKjLjAsMB0GA1UdDgQWBBQJr83K7QKPSwVNaNjUdjkpEYvhJzALBgNVHQ8E
        BAMCAwgwCgYIKoZIzj0EAwIDRwAwRAIgKdrNfVyHBW8MaQ+JyQBlsQWt0pVj0yxL
        uimRGnJrZzcCIAvuKUi5VOWhZ+FmIrImDAWybNVRCr3Ilc/XZrMb622C
        -----END CERTIFICATE-----
        """;

    private static Admitted at(String instant) {
      return KeyMaterial.fromConfiguredText(FOR_SIGNATURES, ALL, Instant.parse(instant));
    }

    @Test
    void keyOfACertificateIsRead() {
      Admitted admitted = admitted(FOR_SIGNATURES);
      assertEquals(List.of(), admitted.problems());
      assertEquals(Set.of(JwsAlgorithm.ES256), admitted.keys().get(0).algorithms());
    }

    @Test
    @Attack("K21")
    void certificateHoldsFromItsFirstSecondToItsLast() {
      assertEquals(1, at("2026-01-01T00:00:00Z").keys().size());
      assertEquals(1, at("2108-02-21T00:00:00Z").keys().size());
      assertEquals(
          List.of("Key 1 is left out: its certificate begins at 2026-01-01T00:00:00Z."),
          at("2025-12-31T23:59:59Z").problems());
      assertEquals(
          List.of("Key 1 is left out: its certificate ended at 2108-02-21T00:00:00Z."),
          at("2108-02-21T00:00:01Z").problems());
    }

    @Test
    void certificateForOtherUsesIsRefused() {
      assertNothing("Key 1 is left out: its certificate is not for signatures.", FOR_KEY_AGREEMENT);
    }
  }

  @Nested
  class RsaPss {

    private static KeyPair pss(@Nullable PSSParameterSpec parameters) {
      return TestKeys.pair(
          "RSASSA-PSS", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4, parameters));
    }

    private static PSSParameterSpec sha256(int saltLength) {
      return new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, saltLength, 1);
    }

    @Test
    @Attack("K21")
    void keyServesPssOnly() {
      assertEquals(
          EnumSet.range(JwsAlgorithm.PS256, JwsAlgorithm.PS512),
          admitted(pem(pss(null))).keys().get(0).algorithms());
    }

    @Test
    void keyThatNamesItsHashServesThatAlone() throws Exception {
      KeyPair pair = pss(sha256(32));
      List<VerificationKey> keys = admitted(pem(pair)).keys();
      assertEquals(Set.of(JwsAlgorithm.PS256), keys.get(0).algorithms());
      String token = TestKeys.token("{\"alg\":\"PS256\"}", JwsAlgorithm.PS256, pair.getPrivate());
      assertTrue(Signatures.verifyJws(CompactJws.parse(token), keys).isPresent());
    }

    @Test
    void keyThatAsksForMoreSaltThanJwsHasIsRefused() {
      assertNothing(
          "Key 1 is left out: its RSASSA-PSS parameters fit no algorithm.", pem(pss(sha256(33))));
    }
  }
}
