package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.Guide;
import co.tambo.auth.internal.config.OpaqueSettings;
import co.tambo.auth.internal.config.ProviderSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guides of the providers name the context keys that Tambo makes. */
class ProviderIdentitiesTest {

  private static final Map<String, String> CLAIMS =
      Map.of("hd", "HD", "tid", "TID", "org_id", "ORG");

  @ParameterizedTest
  @MethodSource("guides")
  void everyContextKeyIsOneThatTamboMakes(Guide guide) {
    Set<String> named = new TreeSet<>(guide.code("oauth:user:"));
    assertFalse(named.isEmpty());
    guide.providers(false).stream()
        .flatMap(provider -> issuers(provider).stream())
        .forEach(issuer -> named.removeAll(keys(issuer)));
    assertEquals(Set.of(), named);
  }

  @ParameterizedTest
  @MethodSource("guides")
  void everyAcceptedIssuerHasItsContextKeyNamed(Guide guide) {
    Set<String> named = guide.code("oauth:user:");
    guide.providers(true).stream()
        .flatMap(provider -> issuers(provider).stream())
        .forEach(
            issuer ->
                assertTrue(!Collections.disjoint(keys(issuer), named), () -> "none of " + issuer));
  }

  /** Returns the issuers that a provider's users have; null where they have none. */
  private static List<@Nullable String> issuers(ProviderSettings provider) {
    List<@Nullable String> issuers = new ArrayList<>(provider.issuers());
    OpaqueSettings opaque = provider.opaque();
    URI userinfo = opaque == null ? null : opaque.userinfoUrl();
    if (userinfo != null) {
      issuers.add(userinfo.getScheme() + "://" + userinfo.getHost());
    }
    if (provider.sessions() != null && !provider.sessions().secrets().isEmpty()) {
      issuers.add(provider.issuers().isEmpty() ? null : provider.issuers().iterator().next());
    }
    return issuers;
  }

  private static Set<String> keys(@Nullable String issuer) {
    Set<String> keys = new HashSet<>();
    for (String present : List.of("", "hd", "tid", "org_id")) {
      Map<String, Object> claims = new HashMap<>(CLAIMS);
      claims.keySet().removeIf(claim -> !claim.equals(present));
      keys.add(ContextKey.of(issuer, "SUB", claims::get));
    }
    return keys;
  }

  static List<Guide> guides() {
    return Guide.all();
  }
}
