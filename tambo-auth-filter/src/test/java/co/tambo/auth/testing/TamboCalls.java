package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls to a {@link FakeTambo} as tests make them. */
final class TamboCalls {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final FakeTambo tambo;

  TamboCalls(FakeTambo tambo) {
    this.tambo = tambo;
  }

  /** Exchanges a token, with the API key of the first project. */
  HttpResponse<String> exchange(String token) {
    return send(post(form(token)), tambo.apiKey());
  }

  HttpResponse<String> get(String target) {
    return send(Http.request(tambo.url() + target), tambo.apiKey());
  }

  /** Returns a request for an exchange, still without an API key. */
  HttpRequest.Builder post(String form) {
    return Http.request(tambo.url() + "/oauth/token")
        .POST(BodyPublishers.ofString(form))
        .header("Content-Type", FORM);
  }

  static HttpResponse<String> send(HttpRequest.Builder request, String apiKey) {
    return Http.sending(request.header("x-api-key", apiKey)).join();
  }

  static String form(String token) {
    return "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token="
        + URLEncoder.encode(token, StandardCharsets.UTF_8)
        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token";
  }

  static String accessToken(HttpResponse<String> answer) throws Exception {
    return String.valueOf(json(answer.body()).get("access_token"));
  }

  static Map<String, @Nullable Object> json(String text) throws Exception {
    return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
  }
}
