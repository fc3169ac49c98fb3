package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An issuer's P-256 key as its JWK set shows it. */
record TestKey(@Nullable String kid, String jwk) {

  static final Set<JwsAlgorithm> ALLOWED =
      EnumSet.complementOf(EnumSet.of(JwsAlgorithm.HS256, JwsAlgorithm.HS384, JwsAlgorithm.HS512));

  static TestKey es256(@Nullable String kid) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
      String id = kid == null ? "" : ",\"kid\":\"" + kid + "\"";
      String point = "\"x\":\"%s\",\"y\":\"%s\"";
      return new TestKey(
          kid,
          "{\"kty\":\"EC\",\"crv\":\"P-256\","
              + point.formatted(
                  coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()))
              + id
              + "}");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] padded = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
  }

  /** Returns the JWK set of keys. */
  static String set(TestKey... keys) {
    return Arrays.stream(keys)
        .map(TestKey::jwk)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** Returns keys as they are admitted, new objects each time. */
  static List<VerificationKey> admitted(TestKey... keys) {
    try {
      byte[] json = set(keys).getBytes(StandardCharsets.UTF_8);
      return KeyMaterial.fromJwkSet(Json.readObject(json), ALLOWED, Instant.EPOCH).keys();
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the kids that a search found, in their order. */
  static List<@Nullable String> kids(KeySource.Lookup lookup) {
    if (lookup instanceof KeySource.Candidates found) {
      return found.keys().stream().map(VerificationKey::kid).collect(Collectors.toList());
    }
    throw new AssertionError("found " + lookup);
  }
}
