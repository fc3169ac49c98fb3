package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.testing.FakeIssuer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The probe, deployed on a server. Thread-safe. */
public final class Site {

  private final URI base;
  private final FakeIssuer issuer;
  private final FakeIssuer secondIssuer;
  private final Set<Technology> technologies;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Creates a site.
   *
   * @param base where it is, such as {@code http://127.0.0.1:8080/probe}
   */
  public Site(URI base, FakeIssuer issuer, FakeIssuer secondIssuer, Set<Technology> technologies) {
    this.base = base;
    this.issuer = issuer;
    this.secondIssuer = secondIssuer;
    this.technologies = Set.copyOf(technologies);
  }

  /** Returns whether the server has a technology. */
  public boolean has(Technology technology) {
    return technologies.contains(technology);
  }

  /** Returns the address of a path below the application's. */
  public URI uri(String path) {
    return URI.create(base + path);
  }

  /** Returns a request that is not sent yet. */
  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
    request.version(HttpClient.Version.HTTP_1_1);
    return headers.length == 0 ? request : request.headers(headers);
  }

  /** Gets a path; no redirect is followed, no cookie kept. */
  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(path, headers).build(), BodyHandlers.ofString());
  }

  /** Gets a path with a user token; without one when it is null. */
  public HttpResponse<String> as(@Nullable String token, String path)
      throws IOException, InterruptedException {
    return token == null ? get(path) : get(path, "Authorization", "Bearer " + token);
  }

  /** Posts to a path. */
  public HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest post = request(path, headers).POST(BodyPublishers.ofString(body)).build();
    return client.send(post, BodyHandlers.ofString());
  }

  /** Gets a path with a user token and returns the JSON of its answer, which must be 200. */
  public JsonObject json(String path, @Nullable String token)
      throws IOException, InterruptedException {
    HttpResponse<String> response = as(token, path);
    assertEquals(200, response.statusCode(), () -> path + ": " + response.body());
    return json(response.body());
  }

  /** Reads JSON. */
  public static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Returns a good token. */
  public String token(String user, String... roles) {
    return issuer.token(user).roles(roles).text();
  }

  /** Returns a token that is good for a while. */
  public String shortLived(String user, Duration life, String... roles) {
    return issuer.token(user).roles(roles).expiresIn(life).text();
  }

  /** Returns a good token of the second issuer. */
  public String secondToken(String user, String... roles) {
    return secondIssuer.token(user).roles(roles).text();
  }

  /** Returns a token that the issuer never signed. */
  public String forged(String user) {
    return issuer.token(user).roles("admin").tampered().text();
  }

  /** Returns the issuer of good tokens. */
  public String issuer() {
    return issuer.issuer();
  }

  /** Returns the other issuer whose tokens some accept. */
  public String secondIssuer() {
    return secondIssuer.issuer();
  }
}
