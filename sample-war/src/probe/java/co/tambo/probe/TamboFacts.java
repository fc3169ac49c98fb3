package co.tambo.probe;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a handle says of its Tambo user. */
final class TamboFacts {

  private TamboFacts() {}

  static Map<String, @Nullable Object> of(TamboAuth auth) {
    Optional<TamboPrincipal> user = auth.principal();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("state", auth.state().status());
    facts.put("name", user.map(TamboPrincipal::getName).orElse(null));
    facts.put("contextKey", user.map(TamboPrincipal::contextKey).orElse(null));
    facts.put("issuer", user.flatMap(TamboPrincipal::issuer).orElse(null));
    facts.put("admin", auth.isUserInRole("admin"));
    return facts;
  }
}
