package co.tambo.servers.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.servers.Check;
import co.tambo.servers.Site;
import co.tambo.servers.Technology;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Other kinds of requests than a plain one with a plain answer. */
public final class ConnectionChecks {

  private static final String FORM = "application/x-www-form-urlencoded";

  /** How long events are sent; over a minute and a half it outlives the token. */
  private static final Duration STREAM =
      Duration.parse(System.getProperty("servers.stream", "PT2S"));

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private ConnectionChecks() {}

  /** Returns the checks. */
  public static List<Check> all() {
    return List.of(
        new Check("Server-sent events", ConnectionChecks::events),
        new Check("WebSocket", WebSocketCheck::run),
        new Check("Form body", ConnectionChecks::form),
        new Check("Multipart body", ConnectionChecks::multipart),
        new Check("HTTP/2", ConnectionChecks::http2));
  }

  private static void events(Site site) throws Exception {
    long pause = Math.min(STREAM.dividedBy(4).toMillis(), 5_000);
    long count = STREAM.toMillis() / pause + 1;
    String page = "/sse?events=" + count + "&millis=" + pause;
    String token = site.shortLived("alice", LIFE, "admin");
    List<JsonObject> events = events(site.as(token, "/required" + page).body());
    assertEquals(count, events.size());
    events.forEach(event -> Callers.identified(event, "alice", true));
    if (STREAM.compareTo(LIFE.plus(CLOCK_SKEW)) > 0) {
      Callers.unauthorized(site.as(token, "/required/who"));
    }
    String once = "/sse?events=1&millis=1";
    events(site.get("/optional" + once).body()).forEach(Callers::anonymous);
    Callers.refused(site, once);
  }

  private static List<JsonObject> events(String stream) {
    return stream
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> Site.json(line.substring("data: ".length())))
        .toList();
  }

  private static void form(Site site) throws Exception {
    JsonObject who = posted(site, "/required/form", "text=h%C3%A9llo", FORM);
    Callers.identified(who, "alice", true);
    assertEquals("héllo", who.getString("text"));
    Callers.unauthorized(site.post("/required/form", "text=x", "Content-Type", FORM));
  }

  private static void multipart(Site site) throws Exception {
    String type = "multipart/form-data; boundary=frontier";
    String body = part("text", "hello") + part("file", "x".repeat(20_000)) + "--frontier--\r\n";
    JsonObject who = posted(site, "/required/multipart", body, type);
    Callers.identified(who, "alice", true);
    assertEquals("hello", who.getString("text"));
    assertEquals(20_000, who.getJsonObject("sizes").getInt("file"));
    Callers.unauthorized(site.post("/required/multipart", body, "Content-Type", type));
  }

  private static String part(String name, String text) {
    String header = "Content-Disposition: form-data; name=\"" + name + "\"";
    return "--frontier\r\n" + header + "\r\n\r\n" + text + "\r\n";
  }

  private static JsonObject posted(Site site, String path, String body, String type)
      throws Exception {
    String bearer = "Bearer " + site.token("alice", "admin");
    HttpResponse<String> response =
        site.post(path, body, "Authorization", bearer, "Content-Type", type);
    assertEquals(200, response.statusCode(), response::body);
    return Site.json(response.body());
  }

  private static void http2(Site site) throws Exception {
    assumeTrue(site.has(Technology.HTTP2));
    HttpResponse<String> known = overHttp2(site, "Bearer " + site.token("alice", "admin"));
    assertEquals(200, known.statusCode(), known::body);
    Callers.identified(Site.json(known.body()), "alice", true);
    Callers.unauthorized(overHttp2(site, "Bearer " + site.forged("alice")));
  }

  private static HttpResponse<String> overHttp2(Site site, String authorization) throws Exception {
    HttpRequest request =
        site.request("/required/who", "Authorization", authorization)
            .version(Version.HTTP_2)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(Version.HTTP_2, response.version());
    return response;
  }
}
