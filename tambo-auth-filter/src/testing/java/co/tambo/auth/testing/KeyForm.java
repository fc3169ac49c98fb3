package co.tambo.auth.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How providers name their keys, and what they publish of them. */
enum KeyForm {
  PLAIN(kid -> kid),
  GOOGLE(KeyForm::hex),
  ENTRA(KeyForm::thumbprint),
  ENTRA_V1(KeyForm::thumbprint),
  AUTH0(kid -> letters(kid, 21)),
  CLERK(kid -> "ins_" + letters(kid, 27)),
  FIREBASE(KeyForm::hex),
  SUPABASE(KeyForm::uuid),
  NEON(KeyForm::uuid),
  STACK_AUTH(kid -> letters(kid, 12)),
  WORKOS(kid -> "sso_oidc_key_pair_01" + hex(kid).toUpperCase(Locale.ROOT).substring(0, 24)),
  BETTER_AUTH(kid -> letters(kid, 32)),
  KEYCLOAK(kid -> base64url(digest(kid))),
  OKTA(kid -> base64url(digest(kid))),
  COGNITO_ACCESS(kid -> Base64.getEncoder().encodeToString(digest(kid))),
  COGNITO_ID(kid -> Base64.getEncoder().encodeToString(digest(kid)));

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods
  private final UnaryOperator<String> spelling;

  KeyForm(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  /** Returns what this provider would call a key. */
  String kid(String kid) {
    return spelling.apply(this == PLAIN ? kid : name() + kid);
  }

  /** Writes into a header which key signs. */
  void name(Map<String, @Nullable Object> header, String kid) {
    header.putIfAbsent("kid", kid);
    if (this == ENTRA_V1) {
      header.putIfAbsent("x5t", kid);
    }
  }

  /** Returns the JWK as this provider publishes it. */
  Map<String, @Nullable Object> jwk(PublicKey key, String kid, SignatureAlgorithm algorithm) {
    Map<String, @Nullable Object> jwk = PublicJwk.of(key, kid, algorithm);
    switch (this) {
      case ENTRA -> entra(jwk, kid, "https://login.microsoftonline.com/{tenantid}/v2.0");
      case ENTRA_V1 -> entra(jwk, kid, "https://sts.windows.net/{tenantid}/");
      case BETTER_AUTH, NEON -> jwk.remove("use");
      default -> {}
    }
    return jwk;
  }

  /** Entra names the issuers that a key serves, and no algorithm. */
  private static void entra(Map<String, @Nullable Object> jwk, String kid, String issuer) {
    jwk.remove("alg");
    jwk.put("x5t", kid);
    jwk.put("issuer", issuer);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(Arrays.copyOf(digest(text), 20));
  }

  private static String thumbprint(String text) {
    return base64url(Arrays.copyOf(digest(text), 20));
  }

  private static String uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String letters(String text, int count) {
    return base64url(digest(text)).replaceAll("[-_]", "x").substring(0, count);
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
