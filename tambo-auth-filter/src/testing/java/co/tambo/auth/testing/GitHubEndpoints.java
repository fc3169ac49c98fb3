package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What GitHub answers under which path, and how often it was asked. Thread-safe. */
final class GitHubEndpoints {

  static final String USER_PATH = "/user";

  private static final String REST = "https://docs.github.com/rest";

  private final String clientId;
  private final String clientSecret;
  private final Map<String, GitHubToken> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger checks = new AtomicInteger();
  private final AtomicInteger users = new AtomicInteger();
  private volatile Responder checkResponder = this::check;
  private volatile Responder userResponder = this::user;

  GitHubEndpoints(String clientId, String clientSecret) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  static String checkPath(String clientId) {
    return "/applications/" + clientId + "/token";
  }

  void put(String text, GitHubToken token) {
    tokens.put(text, token);
  }

  void revoke(String text) {
    tokens.remove(text);
  }

  void answerChecksWith(Responder responder) {
    checkResponder = responder;
  }

  void answerUsersWith(Responder responder) {
    userResponder = responder;
  }

  void answerNormally() {
    checkResponder = this::check;
    userResponder = this::user;
  }

  int checks() {
    return checks.get();
  }

  int users() {
    return users.get();
  }

  void count(ReceivedRequest request) {
    if (isCheck(request)) {
      checks.incrementAndGet();
    } else if (isUser(request)) {
      users.incrementAndGet();
    }
  }

  Answer answer(ReceivedRequest request) {
    if (request.header("User-Agent").filter(name -> !name.isBlank()).isEmpty()) {
      return Answer.text(403, "text/plain", "Request forbidden by administrative rules.");
    }
    if (isCheck(request)) {
      return checkResponder.answer(request);
    }
    return isUser(request) ? userResponder.answer(request) : problem(404, "Not Found");
  }

  private static boolean isCheck(ReceivedRequest request) {
    return request.method().equals("POST")
        && request.path().startsWith("/applications/")
        && request.path().endsWith("/token");
  }

  private static boolean isUser(ReceivedRequest request) {
    return request.method().equals("GET") && request.path().equals(USER_PATH);
  }

  /** Another application's token is unknown to this one. */
  private Answer check(ReceivedRequest request) {
    if (!ClientCredentials.plain(request)
        .filter(given -> given.are(clientId, clientSecret))
        .isPresent()) {
      return problem(401, "Bad credentials");
    }
    String text = accessToken(request);
    if (text == null) {
      return problem(422, "Validation Failed");
    }
    GitHubToken token = tokens.get(text);
    return token != null
            && token.hasUser()
            && token.clientId().equals(clientId)
            && request.path().equals(checkPath(clientId))
        ? Answer.json(200, token.check(text))
        : problem(404, "Not Found");
  }

  private static @Nullable String accessToken(ReceivedRequest request) {
    try {
      return Claims.text(Json.readObject(request.body()), "access_token");
    } catch (JsonException e) {
      return null;
    }
  }

  private Answer user(ReceivedRequest request) {
    String header = request.header("Authorization").orElse("");
    GitHubToken token =
        header.startsWith("Bearer ") ? tokens.get(header.substring("Bearer ".length())) : null;
    if (token == null) {
      return problem(401, header.isEmpty() ? "Requires authentication" : "Bad credentials");
    }
    return token.hasUser()
        ? Answer.json(200, token.user())
        : problem(403, "Resource not accessible by integration");
  }

  private static Answer problem(int status, String message) {
    return Answer.json(
        status,
        Json.write(
            Map.of(
                "message",
                message,
                "documentation_url",
                REST,
                "status",
                Integer.toString(status))));
  }
}
