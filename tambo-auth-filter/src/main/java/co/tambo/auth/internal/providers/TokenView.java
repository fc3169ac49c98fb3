package co.tambo.auth.internal.providers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token says, for rules about its kind.
 *
 * @param header the JOSE header; empty where there is none
 * @param claims the claims, JSON nulls left out
 */
public record TokenView(Map<String, ?> header, Map<String, ?> claims) {

  /** Returns a text claim, null when it is absent or no text. */
  @Nullable String text(String claim) {
    return claims.get(claim) instanceof String text ? text : null;
  }

  boolean has(String claim) {
    return claims.containsKey(claim);
  }

  /** Returns whether a claim is this very value. */
  boolean says(String claim, Object value) {
    return value.equals(claims.get(claim));
  }

  /** Returns a text of the header, empty when it is absent or no text. */
  String headerText(String name) {
    return header.get(name) instanceof String text ? text : "";
  }
}
