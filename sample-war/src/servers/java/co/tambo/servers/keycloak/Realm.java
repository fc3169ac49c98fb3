package co.tambo.servers.keycloak;

import java.util.Map;

/** A realm of a Keycloak: its users log in, its administrator changes it. Thread-safe. */
public final class Realm {

  private static final String OPENID = "openid";

  private final String issuer;
  private final TokenEndpoint tokens;
  private final RealmAdmin admin;

  Realm(String origin, String name) {
    this.issuer = origin + "/realms/" + name;
    this.tokens = new TokenEndpoint(issuer);
    this.admin = new RealmAdmin(origin, name);
  }

  /** Returns the issuer of the realm's tokens, whatever address it is called by. */
  public String issuer() {
    return issuer;
  }

  /** Logs a user in through the login page, as a browser does. */
  public Tokens login(LabClient client, LabUser user) {
    return login(client, user, OPENID);
  }

  /**
   * Logs a user in through the login page, as a browser does.
   *
   * @param scope the scopes to ask for (RFC 6749 section 3.3)
   */
  public Tokens login(LabClient client, LabUser user, String scope) {
    return new BrowserLogin(issuer, tokens, client).login(user, scope);
  }

  /** Returns a user's tokens by one request, for a load. */
  public Tokens passwordGrant(LabClient client, LabUser user) {
    return passwordGrant(client, user, OPENID);
  }

  /**
   * Returns a user's tokens by one request, for a load.
   *
   * @param scope the scopes to ask for (RFC 6749 section 3.3)
   */
  public Tokens passwordGrant(LabClient client, LabUser user, String scope) {
    return tokens.password(client.id(), user.userName(), user.password(), scope);
  }

  /** Returns an access token of a confidential client's service account. */
  public String serviceToken(LabClient client) {
    return tokens.clientCredentials(client).accessToken();
  }

  /**
   * Returns the key that signs with an algorithm.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public RealmKey signingKey(String algorithm) {
    return admin.signingKey(algorithm).orElseThrow();
  }

  /** Makes a new RS256 key that signs from then on, and returns it; the old one stays published. */
  public RealmKey rotateKeys() {
    return admin.addKey("RS256");
  }

  /** Removes a key from the realm and from its JWK set. */
  public void retireKey(RealmKey key) {
    admin.removeKey(key);
  }

  /** Has a client's access tokens signed by an algorithm, with a key made for it if need be. */
  public void useAlgorithm(LabClient client, String algorithm) {
    if (admin.signingKey(algorithm).isEmpty()) {
      admin.addKey(algorithm);
    }
    set(client, "access.token.signed.response.alg", algorithm);
  }

  /** Sets an attribute of a client. */
  public void set(LabClient client, String attribute, String value) {
    admin.set(client, attribute, value);
  }

  /** Has the claim {@code organization} tell ids, which makes it an object, or aliases alone. */
  public void tellIdsOfOrganizations(boolean ids) {
    Map<String, String> settings =
        Map.of(
            "addOrganizationId", Boolean.toString(ids), "jsonType.label", ids ? "JSON" : "String");
    admin.configureMapper("organization", settings);
  }

  RealmAdmin admin() {
    return admin;
  }
}
