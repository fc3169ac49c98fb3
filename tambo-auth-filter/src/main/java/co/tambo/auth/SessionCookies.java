package co.tambo.auth;

import co.tambo.auth.internal.config.SessionSettings;
import co.tambo.auth.internal.sessions.CookieToken;
import co.tambo.auth.internal.sessions.WorkOsSeal;
import java.util.List;
import java.util.Optional;

/** Reads user tokens from cookies, as the providers' front ends keep them there. */
final class SessionCookies {

  private final List<SessionSettings> sessions;
  private final List<WorkOsSeal> seals;

  SessionCookies(List<SessionSettings> sessions, List<WorkOsSeal> seals) {
    this.sessions = List.copyOf(sessions);
    this.seals = List.copyOf(seals);
  }

  /** Returns the token in the cookie that is configured by a name. */
  Credential token(String name, AuthRequest request) {
    for (String each : names(name)) {
      CookieToken read = CookieToken.read(each, request::cookies);
      if (!(read instanceof CookieToken.None)) {
        return credential(read);
      }
    }
    return new Credential.None();
  }

  private List<String> names(String name) {
    return sessions.stream()
        .map(session -> session.namesFor(name))
        .filter(names -> names.size() > 1)
        .findFirst()
        .orElse(List.of(name));
  }

  private Credential credential(CookieToken read) {
    if (read instanceof CookieToken.Found found) {
      return new Credential.Token(unsealed(found.token()), true);
    }
    return new Credential.Unusable(
        read instanceof CookieToken.Conflict
            ? AuthError.CREDENTIALS_CONFLICT
            : AuthError.TOKEN_INVALID);
  }

  /** Returns the token in a seal; a seal that does not open stays what it is, and is refused. */
  private String unsealed(String token) {
    return seals.stream()
        .map(seal -> seal.open(token))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(token);
  }
}
