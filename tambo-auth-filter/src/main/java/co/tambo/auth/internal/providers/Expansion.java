package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a preset fills in where the deployer says nothing. Immutable.
 *
 * @param rules how tokens are told apart and read
 * @param issuers the accepted issuers; empty when they are not known yet
 * @param keySets where the keys of an issuer are; by discovery for an issuer that is not there
 * @param otherKeySet where the keys of any other issuer are; null for discovery
 * @param audiences the accepted audiences
 * @param parties the accepted parties
 * @param algorithms the allow-list of asymmetric algorithms; empty for all
 * @param rolesClaim null when the rules read roles by themselves, or there are none
 * @param tenantClaim null when the rules read the tenant by themselves, or there is none
 * @param tenants the accepted tenants; empty for all
 * @param boundByKeys whether the known key sets serve this application alone
 * @param tokenCheck how opaque tokens are checked; null when the provider has none of use
 * @param sessionCookies the names of the cookie that holds the front end's session, by preference
 * @param needs what to set so that nothing is missing, for a message
 */
public record Expansion(
    ProviderRules rules,
    List<String> issuers,
    Map<String, String> keySets,
    @Nullable String otherKeySet,
    List<String> audiences,
    List<String> parties,
    List<JwsAlgorithm> algorithms,
    @Nullable String rolesClaim,
    @Nullable String tenantClaim,
    List<String> tenants,
    boolean boundByKeys,
    @Nullable TokenCheck tokenCheck,
    List<String> sessionCookies,
    String needs) {

  /** Copies the collections. */
  public Expansion {
    issuers = List.copyOf(issuers);
    keySets = Map.copyOf(keySets);
    audiences = List.copyOf(audiences);
    parties = List.copyOf(parties);
    algorithms = List.copyOf(algorithms);
    tenants = List.copyOf(tenants);
    sessionCookies = List.copyOf(sessionCookies);
  }

  /**
   * How a provider checks its own opaque tokens.
   *
   * @param checkUrl tells whether a token was issued to this application
   * @param userUrl tells who the user is
   */
  public record TokenCheck(String checkUrl, String userUrl) {}

  /** Returns where the keys of an issuer are, null when discovery finds them. */
  public @Nullable String keySet(String issuer) {
    return keySets.getOrDefault(issuer, otherKeySet);
  }

  /** Returns the expansion of no preset. */
  public static Expansion none(List<String> tenants) {
    return of(ProviderRules.general(), "").tenants(tenants).build();
  }

  static Builder of(ProviderRules rules, String needs) {
    return new Builder(rules, needs);
  }

  /** Collects an expansion. Not thread-safe. */
  static final class Builder {

    private final ProviderRules rules;
    private final String needs;
    private final List<String> issuers = new ArrayList<>();
    private final Map<String, String> keySets = new LinkedHashMap<>();
    private @Nullable String otherKeySet;
    private List<String> audiences = List.of();
    private List<String> parties = List.of();
    private List<JwsAlgorithm> algorithms = List.of();
    private @Nullable String rolesClaim;
    private @Nullable String tenantClaim;
    private List<String> tenants = List.of();
    private boolean boundByKeys;
    private @Nullable TokenCheck tokenCheck;
    private List<String> sessionCookies = List.of();

    private Builder(ProviderRules rules, String needs) {
      this.rules = rules;
      this.needs = needs;
    }

    /** An issuer whose keys are found by discovery. */
    Builder issuer(String issuer) {
      issuers.add(issuer);
      return this;
    }

    Builder issuer(String issuer, String keySet) {
      return issuer(issuer).keysOf(issuer, keySet);
    }

    /** Says where an issuer's keys are, should the deployer name it. */
    Builder keysOf(String issuer, String keySet) {
      keySets.put(issuer, keySet);
      return this;
    }

    /** Says where the keys are, whatever issuer the deployer names. */
    Builder keysOfAny(String keySet) {
      otherKeySet = keySet;
      return this;
    }

    Builder audiences(List<String> accepted) {
      audiences = accepted;
      return this;
    }

    Builder parties(List<String> accepted) {
      parties = accepted;
      return this;
    }

    Builder algorithms(JwsAlgorithm... allowed) {
      algorithms = Arrays.asList(allowed);
      return this;
    }

    Builder roles(String claim) {
      rolesClaim = claim;
      return this;
    }

    Builder tenant(String claim) {
      tenantClaim = claim;
      return this;
    }

    Builder tenants(List<String> accepted) {
      tenants = accepted;
      return this;
    }

    Builder boundByKeys() {
      boundByKeys = true;
      return this;
    }

    Builder checkedBy(TokenCheck check) {
      tokenCheck = check;
      return this;
    }

    Builder sessionCookies(List<String> names) {
      sessionCookies = names;
      return this;
    }

    Expansion build() {
      return new Expansion(
          rules,
          issuers,
          keySets,
          otherKeySet,
          audiences,
          parties,
          algorithms,
          rolesClaim,
          tenantClaim,
          tenants,
          boundByKeys,
          tokenCheck,
          sessionCookies,
          needs);
    }
  }
}
