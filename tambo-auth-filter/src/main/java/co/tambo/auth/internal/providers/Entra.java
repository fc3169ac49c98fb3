package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Entra ID, access and ID tokens of versions 1 and 2. The tenant is the directory. Keys
 * may name the issuer that they serve, and then serve no other.
 */
record Entra(Set<Allowance> allowed) implements ProviderRules {

  private static final String TENANT = IssuerTemplate.TENANT;
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final Set<String> SEVERAL = Set.of("common", "organizations", "consumers");

  /** The issuers of both versions and their key sets. */
  private static final Map<String, String> VERSIONS = versions();

  private static Map<String, String> versions() {
    String host = "https://login.microsoftonline.com/" + TENANT;
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put(host + "/v2.0", host + "/discovery/v2.0/keys");
    versions.put("https://sts.windows.net/" + TENANT + "/", host + "/discovery/keys");
    return Collections.unmodifiableMap(versions);
  }

  static Expansion expand(PresetInputs told) {
    boolean open = told.tenants().stream().anyMatch(SEVERAL::contains);
    List<String> directories =
        told.tenants().stream()
            .map(tenant -> tenant.toLowerCase(Locale.ROOT))
            .filter(IssuerTemplate::isGuid)
            .toList();
    Expansion.Builder builder =
        Expansion.of(
                new Entra(told.allowed()),
                "set tambo.tenant to the directory (tenant) id, a GUID, or to organizations for all"
                    + " organisations; and tambo.client-id to the application (client) id")
            .audiences(told.clientIds().stream().flatMap(Entra::spellings).toList())
            .algorithms(JwsAlgorithm.RS256)
            .roles("roles")
            .tenant("tid")
            .tenants(open ? List.of() : directories);
    VERSIONS.forEach((issuer, keys) -> builder.keysOf(issuer, keys.replace(TENANT, "common")));
    if (open || directories.size() > 1) {
      VERSIONS.keySet().forEach(builder::issuer);
    } else {
      directories.forEach(
          directory ->
              VERSIONS.forEach(
                  (issuer, keys) ->
                      builder.issuer(
                          issuer.replace(TENANT, directory), keys.replace(TENANT, directory))));
    }
    return builder.build();
  }

  private static Stream<String> spellings(String clientId) {
    return clientId.contains("://")
        ? Stream.of(clientId)
        : Stream.of(clientId, "api://" + clientId);
  }

  @Override
  public @Nullable String party(TokenView token) {
    String azp = token.text("azp");
    return azp == null ? token.text("appid") : azp;
  }

  @Override
  public boolean mayBeSignedWith(@Nullable String issuer, TokenView token) {
    String claimed = token.text("iss");
    return issuer == null
        || issuer.equals(claimed)
        || issuer.equals(IssuerTemplate.of(claimed, token.text("tid")));
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    String tenant = token.text("tid");
    if (tenant == null || !IssuerTemplate.isGuid(tenant)) {
      return Optional.of(Rejection.TENANT_NOT_ACCEPTED);
    }
    if (tenant.equals(PERSONAL) && !allowed.contains(Allowance.PERSONAL_ACCOUNTS)) {
      return Optional.of(Rejection.PERSONAL_ACCOUNT);
    }
    return isMachine(token) && !allowed.contains(Allowance.MACHINE_TOKENS)
        ? Optional.of(Rejection.MACHINE_TOKEN)
        : Optional.empty();
  }

  /** An access token that nobody has delegated has roles at most, and no scopes. */
  private boolean isMachine(TokenView token) {
    return token.says("idtyp", "app") || (party(token) != null && !token.has("scp"));
  }

  /** Entra vouches for an e-mail address only where the application asked for that. */
  @Override
  public UserClaims user(Map<String, Object> claims) {
    Object owned = claims.get("xms_edov");
    return UserClaims.common(claims)
        .withEmailVerified(UserClaims.isTrue(owned) || "1".equals(String.valueOf(owned)));
  }
}
