package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The identity providers as Tambo reaches them: names are resolved to issuers on loopback, and
 * nothing else is ever called.
 */
final class ProviderNetwork {

  private static final int TIMEOUT_MILLIS = 5000;
  private static final int MAX_USERINFO = 10_000;

  private record Fetched(int status, String body) {
    boolean ok() {
      return status / 100 == 2;
    }

    Map<String, @Nullable Object> json() throws IOException {
      try {
        return Json.readObject(body.getBytes(StandardCharsets.UTF_8));
      } catch (JsonException e) {
        throw new IOException(e);
      }
    }
  }

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /** Makes an issuer known under its name and its address. */
  void resolve(FakeIssuer issuer) {
    addresses.put(issuer.origin(), issuer.origin());
    WebUrl.parse(issuer.issuer()).ifPresent(url -> addresses.put(url.origin(), issuer.origin()));
  }

  /** Makes an address known as it is. */
  void resolve(String origin) {
    addresses.put(origin, origin);
  }

  /** Returns the keys that an issuer publishes at present. */
  PublishedKeys keysOf(String issuer) throws JwtException {
    try {
      Fetched metadata = fetch(issuer + "/.well-known/openid-configuration", Map.of());
      if (!metadata.ok()) {
        throw SubjectTokenCheck.unauthorized("Failed to fetch OAuth provider configuration");
      }
      String address = Claims.text(metadata.json(), "jwks_uri");
      if (address == null || address.isEmpty()) {
        throw SubjectTokenCheck.unauthorized(
            "OAuth provider configuration missing or invalid jwks_uri");
      }
      Fetched keySet = fetch(address, Map.of());
      return new PublishedKeys(
          keySet.ok() && keySet.json().get("keys") instanceof List<?> keys ? keys : List.of());
    } catch (SocketTimeoutException e) {
      throw SubjectTokenCheck.unauthorized("OAuth configuration request timeout");
    } catch (IOException e) {
      throw new JwtException("the issuer's keys cannot be had");
    }
  }

  /** Returns subject and issuer of an opaque token as its provider tells them. */
  Map<String, @Nullable Object> identity(URI endpoint, String token) {
    try {
      Fetched userinfo = fetch(endpoint.toString(), Map.of("Authorization", "Bearer " + token));
      if (userinfo.status() == 401 || userinfo.status() == 403) {
        throw SubjectTokenCheck.unauthorized("Token rejected by identity provider");
      }
      if (!userinfo.ok() || userinfo.body().length() > MAX_USERINFO) {
        throw new IOException("no usable answer");
      }
      return identity(userinfo.json(), endpoint);
    } catch (IOException e) {
      throw SubjectTokenCheck.unauthorized(
          "Failed to resolve user identity from configured userinfo endpoint");
    }
  }

  private static Map<String, @Nullable Object> identity(
      Map<String, @Nullable Object> userinfo, URI endpoint) {
    Object subject = userinfo.get("sub") == null ? userinfo.get("id") : userinfo.get("sub");
    if (subject == null) {
      throw SubjectTokenCheck.unauthorized("Userinfo response missing both 'sub' and 'id' fields");
    }
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put("sub", Claims.printed(subject));
    claims.put("iss", WebUrl.parse(endpoint.toString()).orElseThrow().origin());
    return claims;
  }

  private Fetched fetch(String address, Map<String, String> headers) throws IOException {
    WebUrl url =
        WebUrl.parse(address)
            .orElseThrow(() -> SubjectTokenCheck.unauthorized("Invalid issuer URL format"));
    String resolved = addresses.get(url.origin());
    if (resolved == null) {
      checkExternal(url);
      throw new IOException("no such host");
    }
    HttpURLConnection call =
        (HttpURLConnection) URI.create(resolved + url.path()).toURL().openConnection();
    call.setConnectTimeout(TIMEOUT_MILLIS);
    call.setReadTimeout(TIMEOUT_MILLIS);
    call.setRequestProperty("User-Agent", "Tambo-OAuth-Validator/1.0");
    call.setRequestProperty("Accept", "application/json");
    // The JVM's idle connections may lead to a server that had this port before.
    call.setRequestProperty("Connection", "close");
    headers.forEach(call::setRequestProperty);
    return new Fetched(call.getResponseCode(), body(call));
  }

  private static String body(HttpURLConnection call) throws IOException {
    InputStream stream =
        call.getResponseCode() < 400 ? call.getInputStream() : call.getErrorStream();
    if (stream == null) {
      return "";
    }
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void checkExternal(WebUrl url) {
    String host = url.host();
    if (!url.scheme().equals("https")) {
      throw SubjectTokenCheck.unauthorized("OAuth issuer must use HTTPS");
    }
    if (host.equals("localhost") || host.startsWith("127.")) {
      throw SubjectTokenCheck.unauthorized("OAuth issuer cannot be localhost");
    }
    if (host.matches("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*")) {
      throw SubjectTokenCheck.unauthorized("OAuth issuer cannot be in private network");
    }
    if (host.equals("169.254.169.254") || host.equals("metadata.google.internal")) {
      throw SubjectTokenCheck.unauthorized("OAuth issuer cannot be metadata service");
    }
  }
}
