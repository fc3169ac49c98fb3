package co.tambo.auth.internal.opaque;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The {@code Authorization} of a client (RFC 7617). */
final class BasicCredentials {

  private BasicCredentials() {}

  /** Returns the credentials of an OAuth client, form-encoded first (RFC 6749 section 2.3.1). */
  static String ofClient(String id, String secret) {
    return plain(formEncoded(id), formEncoded(secret));
  }

  static String plain(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String formEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
