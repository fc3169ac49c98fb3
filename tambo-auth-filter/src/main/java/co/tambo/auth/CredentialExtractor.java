package co.tambo.auth;

import co.tambo.auth.internal.config.CredentialSource;
import co.tambo.auth.internal.config.CredentialSource.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the one credential of a request; more than one is a conflict, wherever they are. */
final class CredentialExtractor {

  private final List<CredentialSource> userTokens;
  private final List<CredentialSource> userKeys;
  private final SessionCookies cookies;
  private final int longest;

  /**
   * Creates an extractor.
   *
   * @param longest how long a user token may be; a longer one is not looked through
   */
  CredentialExtractor(
      List<CredentialSource> userTokens,
      List<CredentialSource> userKeys,
      SessionCookies cookies,
      int longest) {
    this.userTokens = userTokens;
    this.userKeys = userKeys;
    this.cookies = cookies;
    this.longest = longest;
  }

  /** Returns whether a request without a credential may ask the container for a login. */
  boolean asksContainer() {
    return userKeys.stream().anyMatch(source -> source.place() == Place.PRINCIPAL);
  }

  Credential extract(AuthRequest request) {
    Credential found = new Credential.None();
    for (CredentialSource source : userTokens) {
      found = join(found, token(source, request));
    }
    if (found instanceof Credential.Token && hasAccessTokenParameter(request.target())) {
      found = new Credential.Unusable(AuthError.CREDENTIALS_CONFLICT);
    }
    for (CredentialSource source : userKeys) {
      found = join(found, userKey(source, request));
    }
    return found;
  }

  private static Credential join(Credential first, Credential second) {
    if (second instanceof Credential.None || first instanceof Credential.Unusable) {
      return first;
    }
    if (first instanceof Credential.None || second instanceof Credential.Unusable) {
      return second;
    }
    return new Credential.Unusable(AuthError.CREDENTIALS_CONFLICT);
  }

  private Credential token(CredentialSource source, AuthRequest request) {
    return switch (source.place()) {
      case HEADER -> headerToken(source.name(), request.headers(source.name()));
      case COOKIE -> cookies.token(source.name(), request);
      case SESSION -> serverToken(request.sessionAttribute(source.name()));
      case ATTRIBUTE -> serverToken(request.attribute(source.name()));
      case PRINCIPAL, VALUE -> new Credential.None();
    };
  }

  private Credential headerToken(String name, List<String> lines) {
    if (name.equalsIgnoreCase("Authorization")) {
      return AuthorizationHeader.read(lines, longest);
    }
    if (lines.size() > 1) {
      return new Credential.Unusable(AuthError.CREDENTIALS_CONFLICT);
    }
    if (lines.isEmpty() || lines.get(0).isEmpty()) {
      return new Credential.None();
    }
    String line = lines.get(0);
    return line.regionMatches(true, 0, "Bearer ", 0, 7)
        ? AuthorizationHeader.read(lines, longest)
        : AuthorizationHeader.token(line, longest);
  }

  private static Credential serverToken(@Nullable Object value) {
    if (value == null) {
      return new Credential.None();
    }
    return value instanceof String text
        ? new Credential.Token(text, false)
        : new Credential.Unusable(AuthError.CREDENTIAL_UNUSABLE);
  }

  private static Credential userKey(CredentialSource source, AuthRequest request) {
    return switch (source.place()) {
      case HEADER -> headerKey(request.headers(source.name()));
      case SESSION -> serverKey(request.sessionAttribute(source.name()));
      case ATTRIBUTE -> serverKey(request.attribute(source.name()));
      case PRINCIPAL -> principalKey(request.containerPrincipal());
      case VALUE -> serverKey(source.name());
      case COOKIE -> new Credential.None();
    };
  }

  private static Credential headerKey(List<String> lines) {
    if (lines.size() > 1) {
      return new Credential.Unusable(AuthError.CREDENTIALS_CONFLICT);
    }
    return Credential.userKey(lines.isEmpty() ? null : lines.get(0), AuthError.USER_KEY_REFUSED);
  }

  private static Credential serverKey(@Nullable Object value) {
    return Credential.userKey(value, AuthError.CREDENTIAL_UNUSABLE);
  }

  private static Credential principalKey(@Nullable Principal principal) {
    return principal == null
        ? new Credential.None()
        : principal.getName() == null
            ? new Credential.Unusable(AuthError.CREDENTIAL_UNUSABLE)
            : serverKey(principal.getName());
  }

  /** Returns whether the query has {@code access_token} (RFC 6750 section 2.3), however spelt. */
  private static boolean hasAccessTokenParameter(RequestTarget target) {
    String query = target.query();
    if (query == null || query.isEmpty()) {
      return false;
    }
    for (String parameter : query.split("&", -1)) {
      if (decoded(parameter.split("=", 2)[0]).equals("access_token")) {
        return true;
      }
    }
    return false;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
