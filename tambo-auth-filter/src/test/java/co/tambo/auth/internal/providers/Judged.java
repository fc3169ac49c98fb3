package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a preset makes of claims. */
record Judged(Expansion expansion) {

  static final String DIRECTORY = "3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8";

  static PresetInputs inputs(@Nullable String domain, List<String> tenants, Allowance... allowed) {
    return new PresetInputs(
        domain, tenants, List.of("client"), List.of("api"), List.of(), Set.of(allowed));
  }

  static Judged by(Preset preset, Allowance... allowed) {
    return by(preset, inputs("idp.example", List.of(), allowed));
  }

  static Judged by(Preset preset, PresetInputs inputs) {
    return new Judged(preset.expand(inputs));
  }

  /** Returns names and values in turn as claims. */
  static Map<String, Object> claims(Object... namesAndValues) {
    Map<String, Object> claims = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      claims.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return claims;
  }

  static TokenView token(Object... namesAndValues) {
    return new TokenView(Map.of(), claims(namesAndValues));
  }

  /** Returns the objection to claims, null when there is none. */
  @Nullable Rejection objection(Object... namesAndValues) {
    return objection(token(namesAndValues));
  }

  @Nullable Rejection objection(TokenView token) {
    return expansion.rules().objection(token).orElse(null);
  }

  /** Returns the user as the preset reads the claims. */
  UserClaims user(Object... namesAndValues) {
    return new ClaimReading(expansion.rules(), expansion.rolesClaim(), expansion.tenantClaim())
        .user(claims(namesAndValues));
  }

  /** Returns the key set of the only issuer. */
  String keySet() {
    return Objects.requireNonNull(expansion.keySets().get(expansion.issuers().get(0)));
  }
}
