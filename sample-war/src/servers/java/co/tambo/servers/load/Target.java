package co.tambo.servers.load;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The address under load, on loopback. Keeps its connections alive. Thread-safe. */
final class Target {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  /**
   * Takes an address.
   *
   * @throws IllegalArgumentException when it is not http on loopback
   */
  Target(URI address) {
    if (!"http".equals(address.getScheme()) || !isLoopback(address.getHost())) {
      throw new IllegalArgumentException("a load is for http on loopback only: " + address);
    }
    this.address = address;
  }

  /** Sends a request and judges the answer, within this time. */
  Outcome send(LoadCall call, Duration limit) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Authorization", "Bearer " + call.token())
            .build();
    try {
      return judge(call, client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Outcome(0, "no answer: " + e);
    }
  }

  private static Outcome judge(LoadCall call, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status != 200) {
      String code = member(response.body(), "code");
      return new Outcome(status, status + " instead of 200" + (code.isEmpty() ? "" : ", " + code));
    }
    String name = member(response.body(), "name");
    return new Outcome(
        status, name.equals(call.name()) ? "" : "named '" + name + "' instead of " + call.name());
  }

  /** Returns a member of a JSON object, empty when the text is no such object. */
  private static String member(String text, String name) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      return object.getString(name, "");
    } catch (JsonException notAnObject) {
      return "";
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
