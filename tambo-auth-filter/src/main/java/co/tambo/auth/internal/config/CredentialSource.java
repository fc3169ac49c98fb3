package co.tambo.auth.internal.config;

import java.util.Locale;

/**
 * One place where a user token or a user key is.
 *
 * @param place where to look
 * @param name the header, cookie or attribute; the key itself for {@link Place#VALUE}, never
 *     printed; empty for {@link Place#PRINCIPAL}
 */
public record CredentialSource(Place place, String name) {

  /** The kinds of places. */
  public enum Place {
    HEADER,
    COOKIE,
    SESSION,
    ATTRIBUTE,
    PRINCIPAL,
    VALUE
  }

  /** Returns the place as it is configured, such as {@code header:Authorization}. */
  @Override
  public String toString() {
    return switch (place) {
      case PRINCIPAL -> "principal";
      case VALUE -> "value:****";
      case HEADER, COOKIE, SESSION, ATTRIBUTE -> place.name().toLowerCase(Locale.ROOT) + ":" + name;
    };
  }
}
