package co.tambo.auth.internal.sessions;

import co.tambo.auth.internal.sessions.CookieToken.Conflict;
import co.tambo.auth.internal.sessions.CookieToken.Found;
import co.tambo.auth.internal.sessions.CookieToken.None;
import co.tambo.auth.internal.sessions.CookieToken.Unreadable;
import java.util.List;
import java.util.function.Function;

/** The value of a cookie that may have been too long for one. */
final class CookieChunks {

  static final int MAX_CHUNKS = 10;

  /** The longest value that is looked at, in characters. */
  static final int MAX_LENGTH = 32 * 1024;

  private CookieChunks() {}

  /** Returns the whole value as if it were the token. */
  static CookieToken join(String name, Function<String, List<String>> cookies) {
    CookieToken whole = only(cookies.apply(name));
    return whole instanceof None ? chunks(name, cookies) : whole;
  }

  private static CookieToken chunks(String name, Function<String, List<String>> cookies) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i <= MAX_CHUNKS; i++) {
      CookieToken chunk = only(cookies.apply(name + "." + i));
      if (chunk instanceof None) {
        return i == 0 ? chunk : bounded(joined.toString());
      }
      if (!(chunk instanceof Found found)) {
        return chunk;
      }
      joined.append(found.token());
    }
    return new Unreadable();
  }

  private static CookieToken only(List<String> values) {
    if (values.size() > 1) {
      return new Conflict();
    }
    return values.isEmpty() || values.get(0).isEmpty() ? new None() : bounded(values.get(0));
  }

  private static CookieToken bounded(String value) {
    return value.length() > MAX_LENGTH ? new Unreadable() : new Found(value);
  }
}
