package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the look of a refused token which of the providers' other tokens it is, so that the log
 * can say what to send instead. Decides nothing: whatever it finds, the token stays refused.
 */
public final class WrongKind {

  private static final int LONGEST = 8192;
  private static final String GRAPH = "00000003-0000-0000-c000-000000000000";
  private static final String GRAPH_URL = "https://graph.microsoft.com";
  private static final String SIGN_IN =
      "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";
  private static final List<String> OPAQUE_PREFIXES =
      List.of("ya29.", "gho_", "ghu_", "ghp_", "ghs_", "ghr_", "github_pat_", "oat_");

  /** What the base64url of a JSON object starts with, for it starts with a brace. */
  private static final String OBJECT = "e";

  private static final int SIGNED_PARTS = 3;
  private static final int ENCRYPTED_PARTS = 5;

  private WrongKind() {}

  /** Returns the kind of a refused token, empty when it is none of the known ones. */
  public static Optional<Rejection> of(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    return token.startsWith(OBJECT) ? jose(token) : byPrefix(token);
  }

  private static Optional<Rejection> byPrefix(String token) {
    if (token.startsWith("Fe26.2*")) {
      return Optional.of(Rejection.SEALED_SESSION);
    }
    for (String prefix : OPAQUE_PREFIXES) {
      if (token.startsWith(prefix)) {
        return Optional.of(Rejection.OPAQUE_ACCESS_TOKEN);
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> jose(String token) {
    String[] parts = token.split("\\.", -1);
    return switch (parts.length) {
      case SIGNED_PARTS -> signed(object(parts[0]), parts[1]);
      case ENCRYPTED_PARTS -> encrypted(new TokenView(object(parts[0]), Map.of()));
      default -> Optional.empty();
    };
  }

  private static Optional<Rejection> encrypted(TokenView token) {
    if (!token.headerText("alg").equals("dir")) {
      return Optional.empty();
    }
    return Optional.of(
        token.headerText("iss").isEmpty()
            ? Rejection.ENCRYPTED_SESSION
            : Rejection.ENCRYPTED_TOKEN);
  }

  private static Optional<Rejection> signed(Map<String, @Nullable Object> header, String claims) {
    return header.isEmpty() ? Optional.empty() : signed(new TokenView(header, object(claims)));
  }

  private static Optional<Rejection> signed(TokenView token) {
    Rejection kind = byHeader(token);
    if (kind == null) {
      kind = byAudience(token);
    }
    if (kind == null) {
      kind = byRole(token);
    }
    return Optional.ofNullable(kind == null ? byType(token) : kind);
  }

  private static @Nullable Rejection byHeader(TokenView token) {
    String type = token.headerText("typ").toLowerCase(Locale.ROOT);
    if (type.equals("better-auth.session-cache+jwt")) {
      return Rejection.SESSION_CACHE;
    }
    if (type.endsWith("okta-internal-at+jwt")) {
      return Rejection.ORG_SERVER_TOKEN;
    }
    boolean unsigned = token.headerText("alg").equalsIgnoreCase("none");
    return unsigned && issuer(token).startsWith("https://securetoken.google.com/")
        ? Rejection.EMULATOR_TOKEN
        : null;
  }

  private static @Nullable Rejection byAudience(TokenView token) {
    Object audience = token.claims().get("aud");
    if (GRAPH.equals(audience)
        || GRAPH_URL.equals(audience)
        || (GRAPH_URL + "/").equals(audience)) {
      return Rejection.GRAPH_TOKEN;
    }
    return SIGN_IN.equals(audience) ? Rejection.CUSTOM_TOKEN : null;
  }

  private static @Nullable Rejection byRole(TokenView token) {
    if (token.says("role", "anon") || token.says("role", "service_role")) {
      return Rejection.PROJECT_API_KEY;
    }
    return token.headerText("alg").equals("HS256")
            && token.says("role", "authenticated")
            && issuer(token).endsWith("/auth/v1")
        ? Rejection.LEGACY_SECRET
        : null;
  }

  /** Keycloak says in the payload what a token is for. */
  private static @Nullable Rejection byType(TokenView token) {
    String type = token.text("typ");
    return type == null
        ? null
        : switch (type) {
          case "Refresh", "Offline" -> Rejection.REFRESH_TOKEN;
          case "Logout" -> Rejection.LOGOUT_TOKEN;
          case "ID" -> Rejection.ID_TOKEN;
          default -> null;
        };
  }

  private static String issuer(TokenView token) {
    String issuer = token.text("iss");
    return issuer == null ? "" : issuer;
  }

  private static Map<String, @Nullable Object> object(String part) {
    try {
      return Json.readObject(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException | JsonException e) {
      return Map.of();
    }
  }
}
