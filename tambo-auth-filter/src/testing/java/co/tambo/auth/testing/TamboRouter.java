package co.tambo.auth.testing;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint of a request and gives every answer what all answers have. */
final class TamboRouter {

  /** Node's limit for the request line and all headers together. */
  private static final int MAX_HEAD = 16 * 1024;

  private final Projects projects;
  private final ExchangeEndpoint exchange;
  private final ThreadsEndpoint threads;
  private final InstantSource clock;

  TamboRouter(Projects projects, ProviderNetwork network, InstantSource clock) {
    this.projects = projects;
    this.exchange = new ExchangeEndpoint(projects, network, clock);
    this.threads = new ThreadsEndpoint(projects, clock);
    this.clock = clock;
  }

  /** Returns whether a request is for the token exchange, in any spelling that Tambo accepts. */
  static boolean isExchange(ReceivedRequest request) {
    return request.method().equals("POST") && segments(request).equals(List.of("oauth", "token"));
  }

  Answer answer(ReceivedRequest request) {
    if (request.headSize() > MAX_HEAD) {
      return Answer.empty(431).with("Connection", "close");
    }
    if (request.method().equals("OPTIONS")) {
      return TamboAnswers.decorated(preflight(request));
    }
    try {
      return TamboAnswers.decorated(routed(request, RequestBody.read(request)));
    } catch (Refusal refusal) {
      return TamboAnswers.decorated(refusal.answer());
    }
  }

  private Answer routed(ReceivedRequest request, Map<String, @Nullable Object> body) {
    List<String> path = segments(request);
    if (isExchange(request)) {
      return exchange.answer(request, body);
    }
    if (path.equals(List.of("health")) && isRead(request)) {
      return health();
    }
    boolean threadPath = path.size() >= 2 && path.subList(0, 2).equals(List.of("v1", "threads"));
    Answer answer =
        threadPath && !path.contains("..")
            ? threads(request, body, path.subList(2, path.size()))
            : null;
    return answer == null ? notFound(request) : answer;
  }

  private @Nullable Answer threads(
      ReceivedRequest request, Map<String, @Nullable Object> body, List<String> path) {
    String method = isRead(request) ? "GET" : request.method();
    return switch (path.size()) {
      case 0 -> collection(method, request, body);
      case 1 -> single(method, request, body, path.get(0));
      case 2 -> part(method + " " + path.get(1), request, body, path.get(0));
      default -> null;
    };
  }

  private @Nullable Answer collection(
      String method, ReceivedRequest request, Map<String, @Nullable Object> body) {
    return switch (method) {
      case "GET" -> threads.list(request);
      case "POST" -> threads.create(request, body);
      default -> null;
    };
  }

  private @Nullable Answer single(
      String method, ReceivedRequest request, Map<String, @Nullable Object> body, String id) {
    if (method.equals("POST")) {
      return id.equals("runs") ? threads.runInNewThread(request, body) : null;
    }
    return switch (method) {
      case "GET" -> threads.get(request, id);
      case "PATCH" -> threads.patch(request, body, id);
      case "DELETE" -> threads.delete(request, id);
      default -> null;
    };
  }

  private @Nullable Answer part(
      String call, ReceivedRequest request, Map<String, @Nullable Object> body, String id) {
    return switch (call) {
      case "GET messages" -> threads.messages(request, id);
      case "POST runs" -> threads.run(request, body, id);
      default -> null;
    };
  }

  private Answer health() {
    Map<String, @Nullable Object> health = new LinkedHashMap<>();
    health.put("status", projects.databaseDown() ? "unhealthy" : "healthy");
    health.put("timestamp", clock.instant().toString());
    return TamboAnswers.json(200, health);
  }

  private static Answer preflight(ReceivedRequest request) {
    return Answer.empty(204)
        .with("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
        .with(
            "Access-Control-Allow-Headers",
            request.header("Access-Control-Request-Headers").orElse(""));
  }

  private static Answer notFound(ReceivedRequest request) {
    return TamboAnswers.error(404, "Cannot " + request.method() + " " + request.target());
  }

  private static boolean isRead(ReceivedRequest request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** Returns the path's segments; fixed ones match in any letter case, ids in their own. */
  private static List<String> segments(ReceivedRequest request) {
    return List.of(request.path().replaceFirst("^/", "").split("/")).stream()
        .map(segment -> segment.startsWith("thr_") ? segment : segment.toLowerCase(Locale.ROOT))
        .toList();
  }
}
