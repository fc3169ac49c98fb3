package co.tambo.auth.contract;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.internal.json.Json;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The application of the contract, which every adapter serves at the root of its context:
 *
 * <ul>
 *   <li>{@code GET}, {@code POST /app/me}, {@code GET /optional/me}: {@link #me}
 *   <li>{@code GET /public/ping}: {@link #PONG}
 *   <li>{@code GET /app/admin}: {@link #me}, for users with the role {@code admin} only
 *   <li>{@code GET /app/exchange}: {@link #exchange}, its exception let out; then 204
 * </ul>
 */
public final class ContractApp {

  /** The body of {@code /public/ping}. */
  public static final String PONG = "pong";

  private ContractApp() {}

  /**
   * Returns the JSON that says who the user is.
   *
   * @param caller what the adapter's own API calls the caller
   * @param scheme what the adapter's own API calls the authentication scheme
   * @param role whether the adapter's own API says that the caller has a role
   */
  public static String me(
      TamboAuth auth, @Nullable Principal caller, @Nullable String scheme, Predicate<String> role) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("state", auth.state().status());
    Optional<TamboPrincipal> user = auth.principal();
    facts.put("name", user.map(TamboPrincipal::getName).orElse(null));
    facts.put("subject", user.map(TamboPrincipal::subject).orElse(null));
    facts.put("issuer", user.flatMap(TamboPrincipal::issuer).orElse(null));
    facts.put("contextKey", user.map(TamboPrincipal::contextKey).orElse(null));
    facts.put("roles", user.map(TamboPrincipal::roles).map(ContractApp::sorted).orElse(List.of()));
    facts.put("source", user.map(known -> known.source().word()).orElse(null));
    facts.put("verified", user.map(TamboPrincipal::verified).orElse(false));
    facts.put("caller", caller == null ? null : caller.getName());
    facts.put("scheme", scheme);
    facts.put("admin", role.test("admin"));
    return Json.write(facts);
  }

  /** Gets the user's Tambo token. */
  public static void exchange(TamboAuth auth) {
    String token = auth.tamboToken().value();
    if (token.isEmpty()) {
      throw new IllegalStateException("an empty Tambo token");
    }
  }

  private static List<String> sorted(Iterable<String> roles) {
    List<String> sorted = new java.util.ArrayList<>();
    roles.forEach(sorted::add);
    sorted.sort(null);
    return sorted;
  }
}
