package co.tambo.auth;

import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests to Tambo's API on one user's behalf: {@code x-api-key}, and exactly one of a
 * bearer token or a {@code userKey}, in the place that each call wants it. Thread-safe. Only for
 * the configured Tambo origin: do not give a returned builder another address.
 *
 * <p>The user is this object's, never the caller's: a {@code userKey} or {@code contextKey} in a
 * given query or body is refused, so that text from a browser cannot choose one.
 */
public final class TamboRequests {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final TamboOrigin origin;
  private final @Nullable String apiKey;
  private final TamboIdentity identity;

  TamboRequests(ExchangeSettings settings, TamboIdentity identity) {
    this.origin = new TamboOrigin(settings.url());
    this.apiKey = settings.apiKey();
    this.identity = identity;
  }

  /**
   * What makes a request one user's, for HTTP clients other than the JDK's. Holds secrets; its
   * {@code toString} shows none.
   *
   * @param uri the address, with the user key where it belongs there
   * @param headers the headers to set: {@code x-api-key}, {@code Authorization} for a bearer,
   *     {@code Content-Type} for a body; immutable
   * @param json the body, with the user key where it belongs there; null for none
   */
  public record Identified(URI uri, Map<String, String> headers, @Nullable String json) {

    /** Copies the headers. */
    public Identified {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "Identified[" + uri.getHost() + uri.getRawPath() + ", ****]";
    }
  }

  /** Returns a GET request; see {@link #request}. */
  public HttpRequest.Builder get(String pathAndQuery) {
    return request("GET", pathAndQuery, null);
  }

  /** Returns a POST request with a JSON object as its body; see {@link #request}. */
  public HttpRequest.Builder post(String pathAndQuery, String json) {
    return request("POST", pathAndQuery, json);
  }

  /**
   * Returns a request with any method. It times out after 60 seconds unless the caller sets
   * otherwise.
   *
   * @param pathAndQuery starts with one slash; percent-encoded and canonical: no dot segments, no
   *     fragment
   * @param json a JSON object (strictly RFC 8259), null for no body
   * @throws IllegalArgumentException when the path leaves the Tambo origin, the text is no object,
   *     or either of them chooses a user; the message quotes neither
   * @throws TamboTokenException when the user's Tambo token cannot be had, or there is no API key
   */
  @SuppressWarnings("UnusedException") // the JDK's text quotes the header
  public HttpRequest.Builder request(String method, String pathAndQuery, @Nullable String json) {
    Identified identified = identify(method, origin.resolve(pathAndQuery), json);
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(identified.uri())
              .timeout(TIMEOUT)
              .method(method, publisher(identified.json()));
      identified.headers().forEach(builder::setHeader);
      return builder;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the method or a header cannot be sent");
    }
  }

  /**
   * Returns what makes a request this user's, under the rules of {@link #request}.
   *
   * @param method the method, in capitals
   * @param uri an absolute address of the Tambo origin
   */
  public Identified identify(String method, URI uri, @Nullable String json) {
    URI target = origin.checked(uri);
    requireNoUser(target.getRawQuery());
    Map<String, @Nullable Object> body = json == null ? Map.of() : object(json);
    if (UserKeyPlace.choosesUser(body)) {
      throw new IllegalArgumentException(
          "the body chooses a user, which is not the caller's to do");
    }
    if (identity instanceof TamboIdentity.UserKey userKey) {
      return withUserKey(method, target, userKey.value(), json, body);
    }
    return new Identified(target, headers(json), json);
  }

  /**
   * Returns whether the user of such a call is named in its JSON body, so that {@link #identify}
   * needs the body and may give another one back. Always false for a user with a bearer token.
   */
  public boolean identifiesInBody(String method, URI uri) {
    return identity instanceof TamboIdentity.UserKey
        && origin.contains(uri)
        && UserKeyPlace.of(method, uri.getRawPath()) != UserKeyPlace.QUERY;
  }

  /** Returns whether an address belongs to the configured Tambo origin. */
  public boolean isTambo(URI uri) {
    return origin.contains(uri);
  }

  private Identified withUserKey(
      String method,
      URI target,
      String userKey,
      @Nullable String json,
      Map<String, @Nullable Object> body) {
    UserKeyPlace place = UserKeyPlace.of(method, target.getRawPath());
    if (place == UserKeyPlace.QUERY) {
      return new Identified(withQuery(target, userKey), headers(json), json);
    }
    String filled = Json.write(place.put(userKey, body));
    return new Identified(target, headers(filled), filled);
  }

  private Map<String, String> headers(@Nullable String json) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-api-key", sendable(requiredApiKey()));
    if (identity instanceof TamboIdentity.Bearer bearer) {
      headers.put("Authorization", "Bearer " + sendable(bearer.token().get().value()));
    }
    if (json != null) {
      headers.put("Content-Type", "application/json");
    }
    return headers;
  }

  private String requiredApiKey() {
    if (apiKey == null) {
      throw new TamboTokenException(
          AuthError.TOKEN_NOT_OBTAINABLE, "there is no tambo.api-key", null);
    }
    return apiKey;
  }

  private static String sendable(String secret) {
    if (secret.isEmpty() || !secret.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("a header cannot be sent");
    }
    return secret;
  }

  private static void requireNoUser(@Nullable String rawQuery) {
    String query = rawQuery == null ? "" : rawQuery;
    for (String parameter : query.split("&", -1)) {
      String name = parameter.split("=", 2)[0];
      if (UserKeyPlace.choosesUser(URLDecoder.decode(name, StandardCharsets.UTF_8))) {
        throw new IllegalArgumentException(
            "the query chooses a user, which is not the caller's to do");
      }
    }
  }

  private static URI withQuery(URI target, String userKey) {
    String value = URLEncoder.encode(userKey, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(target + (target.getRawQuery() == null ? "?" : "&") + "userKey=" + value);
  }

  @SuppressWarnings("UnusedException") // it says no more
  private static Map<String, @Nullable Object> object(String json) {
    try {
      return Json.readObject(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonException e) {
      throw new IllegalArgumentException("the body is no JSON object");
    }
  }

  private static BodyPublisher publisher(@Nullable String json) {
    return json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
  }

  @Override
  public String toString() {
    return "TamboRequests[" + origin.url() + ", ****]";
  }
}
