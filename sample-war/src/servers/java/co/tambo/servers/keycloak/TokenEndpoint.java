package co.tambo.servers.keycloak;

import java.util.Map;

/** The token endpoint of a realm (RFC 6749 section 3.2). Thread-safe. */
final class TokenEndpoint {

  private final Http http = new Http();
  private final String address;

  TokenEndpoint(String issuer) {
    this.address = issuer + "/protocol/openid-connect/token";
  }

  Tokens password(String client, String userName, String password, String scope) {
    return grant(
        Map.of(
            "grant_type", "password",
            "client_id", client,
            "username", userName,
            "password", password,
            "scope", scope));
  }

  Tokens code(LabClient client, String code, String verifier) {
    return grant(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            client.id(),
            "redirect_uri",
            BrowserLogin.REDIRECT_URI,
            "code",
            code,
            "code_verifier",
            verifier));
  }

  Tokens clientCredentials(LabClient client) {
    return grant(
        Map.of(
            "grant_type", "client_credentials",
            "client_id", client.id(),
            "client_secret", client.secret()));
  }

  private Tokens grant(Map<String, String> fields) {
    return Tokens.of(Http.json(Http.expect(200, http.postForm(address, fields))));
  }
}
