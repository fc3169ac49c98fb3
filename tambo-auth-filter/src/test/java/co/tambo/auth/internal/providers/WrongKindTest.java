package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongKindTest {

  private static @Nullable Rejection kind(Object header, Object claims) {
    return WrongKind.of(encoded(header) + "." + encoded(claims) + ".c2ln").orElse(null);
  }

  private static @Nullable Rejection kindByClaims(Object... namesAndValues) {
    return kind(Map.of("alg", "RS256"), Judged.claims(namesAndValues));
  }

  private static String encoded(Object json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "ya29.a0Ae, OPAQUE_ACCESS_TOKEN",
    "ya29.a.b, OPAQUE_ACCESS_TOKEN",
    "gho_x, OPAQUE_ACCESS_TOKEN",
    "ghu_x, OPAQUE_ACCESS_TOKEN",
    "ghp_x, OPAQUE_ACCESS_TOKEN",
    "ghs_x, OPAQUE_ACCESS_TOKEN",
    "ghr_x, OPAQUE_ACCESS_TOKEN",
    "github_pat_x, OPAQUE_ACCESS_TOKEN",
    "oat_x, OPAQUE_ACCESS_TOKEN",
    "Fe26.2*1*x, SEALED_SESSION",
    "Fe26.1*1*x, ",
    "anything, ",
    "a.b, ",
    "a.b.c.d, ",
    "a.b.c.d.e, ",
    "a.b.c.d.e.f, ",
    "!.!.!, ",
    "e30.WzFd.x, "
  })
  void lookTellsOpaqueTokens(String token, @Nullable Rejection expected) {
    assertEquals(expected, WrongKind.of(token).orElse(null));
  }

  @Test
  void longerTokenThanAnyIsNotLookedAt() {
    assertEquals(
        Optional.of(Rejection.OPAQUE_ACCESS_TOKEN), WrongKind.of("ya29." + "x".repeat(8187)));
    assertEquals(Optional.empty(), WrongKind.of("ya29." + "x".repeat(8188)));
  }

  @Test
  void encryptedTokenOfAnIssuerIsNoSession() {
    assertEquals(
        Optional.of(Rejection.ENCRYPTED_SESSION),
        WrongKind.of(encoded(Map.of("alg", "dir", "enc", "A256GCM")) + "....x"));
    assertEquals(
        Optional.of(Rejection.ENCRYPTED_TOKEN),
        WrongKind.of(encoded(Map.of("alg", "dir", "iss", "https://idp.example/")) + "....x"));
    assertEquals(Optional.empty(), WrongKind.of(encoded(Map.of("alg", "RSA-OAEP")) + "....x"));
  }

  @ParameterizedTest
  @CsvSource({
    "better-auth.session-cache+jwt, SESSION_CACHE",
    "Better-Auth.Session-Cache+JWT, SESSION_CACHE",
    "application/okta-internal-at+jwt, ORG_SERVER_TOKEN",
    "Application/Okta-Internal-AT+JWT, ORG_SERVER_TOKEN",
    "JWT, ",
  })
  void typeTells(String typ, @Nullable Rejection expected) {
    assertEquals(expected, kind(Map.of("alg", "RS256", "typ", typ), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "none, https://securetoken.google.com/p, EMULATOR_TOKEN",
    "NONE, https://securetoken.google.com/p, EMULATOR_TOKEN",
    "RS256, https://securetoken.google.com/p, ",
    "none, https://idp.example, ",
    "none, , "
  })
  void emulatorSignsNothing(String alg, @Nullable String issuer, @Nullable Rejection expected) {
    assertEquals(
        expected, kind(Map.of("alg", alg), issuer == null ? Map.of() : Map.of("iss", issuer)));
  }

  @ParameterizedTest
  @CsvSource({
    "00000003-0000-0000-c000-000000000000, GRAPH_TOKEN",
    "https://graph.microsoft.com, GRAPH_TOKEN",
    "https://graph.microsoft.com/, GRAPH_TOKEN",
    "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit,"
        + " CUSTOM_TOKEN",
    "api, "
  })
  void audienceTells(String audience, @Nullable Rejection expected) {
    assertEquals(expected, kindByClaims("aud", audience));
  }

  @Test
  void roleTellsKeysOfAProject() {
    assertEquals(Rejection.PROJECT_API_KEY, kindByClaims("role", "anon"));
    assertEquals(Rejection.PROJECT_API_KEY, kindByClaims("role", "service_role"));
    assertNull(kindByClaims("role", "authenticated"));
  }

  @ParameterizedTest
  @CsvSource({
    "HS256, authenticated, https://x.example/auth/v1, LEGACY_SECRET",
    "ES256, authenticated, https://x.example/auth/v1, ",
    "HS256, editor, https://x.example/auth/v1, ",
    "HS256, authenticated, https://x.example/auth/v2, "
  })
  void legacySecretIsTold(String alg, String role, String issuer, @Nullable Rejection expected) {
    assertEquals(expected, kind(Map.of("alg", alg), Map.of("role", role, "iss", issuer)));
  }

  @ParameterizedTest
  @CsvSource({
    "Refresh, REFRESH_TOKEN",
    "Offline, REFRESH_TOKEN",
    "Logout, LOGOUT_TOKEN",
    "ID, ID_TOKEN",
    "Bearer, "
  })
  void payloadTypeTells(String typ, @Nullable Rejection expected) {
    assertEquals(expected, kindByClaims("typ", typ));
  }

  @Test
  void headerGoesBeforeAudienceBeforeRoleBeforePayloadType() {
    Map<String, Object> all =
        Judged.claims("aud", "https://graph.microsoft.com", "role", "anon", "typ", "ID");
    assertEquals(
        Rejection.SESSION_CACHE,
        kind(Map.of("alg", "RS256", "typ", "better-auth.session-cache+jwt"), all));
    assertEquals(Rejection.GRAPH_TOKEN, kind(Map.of("alg", "RS256"), all));
    assertEquals(Rejection.PROJECT_API_KEY, kindByClaims("role", "anon", "typ", "ID"));
  }
}
