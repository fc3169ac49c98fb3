package co.tambo.auth.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata that OpenID Connect Discovery 1.0 section 3 requires. */
final class IssuerMetadata {

  private IssuerMetadata() {}

  static Map<String, @Nullable Object> of(FakeIssuer issuer) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("issuer", issuer.issuer());
    metadata.put("authorization_endpoint", issuer.origin() + "/authorize");
    metadata.put("jwks_uri", issuer.keySetUrl());
    metadata.put("userinfo_endpoint", issuer.userinfoUrl());
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("subject_types_supported", List.of("public"));
    metadata.put("id_token_signing_alg_values_supported", algorithms());
    return metadata;
  }

  private static List<String> algorithms() {
    return Arrays.stream(SignatureAlgorithm.values())
        .filter(algorithm -> !algorithm.symmetric())
        .map(SignatureAlgorithm::headerValue)
        .toList();
  }
}
