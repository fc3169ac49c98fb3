package co.tambo.auth.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a client says of itself by HTTP Basic (RFC 7617). */
record ClientCredentials(String id, String secret) {

  private static final String SCHEME = "Basic ";

  /** Reads the credentials as they are. */
  static Optional<ClientCredentials> plain(ReceivedRequest request) {
    String header = request.header("Authorization").orElse("");
    if (!header.startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(SCHEME.length()));
      String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
      return parts.length == 2
          ? Optional.of(new ClientCredentials(parts[0], parts[1]))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Reads the credentials as RFC 6749 section 2.3.1 wants them: each form-encoded. */
  static Optional<ClientCredentials> formEncoded(ReceivedRequest request) {
    try {
      return plain(request).map(raw -> new ClientCredentials(decoded(raw.id), decoded(raw.secret)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean are(String wantedId, String wantedSecret) {
    return id.equals(wantedId) && secret.equals(wantedSecret);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ClientCredentials[" + id + "]";
  }
}
