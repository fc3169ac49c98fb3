package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of Tambo's answers, member for member, and the headers they share. */
final class TamboAnswers {

  private static final Map<Integer, String> REASONS =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          500, "Internal Server Error");

  private static final String[][] COMMON_HEADERS = {
    {"Access-Control-Allow-Origin", "*"},
    {"Content-Security-Policy", "default-src 'self'"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Origin-Agent-Cluster", "?1"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-DNS-Prefetch-Control", "off"},
    {"X-Download-Options", "noopen"},
    {"X-Frame-Options", "DENY"},
    {"X-Permitted-Cross-Domain-Policies", "none"},
    {"X-XSS-Protection", "0"},
    {"Connection", "keep-alive"},
    {"Keep-Alive", "timeout=5"},
  };

  private TamboAnswers() {}

  /** The usual error; the message is a text or a list of texts. */
  static Answer error(int status, Object message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("message", message);
    body.put("error", REASONS.get(status));
    body.put("statusCode", status);
    return json(status, body);
  }

  /** The error of a key that is missing or wrong, and of a thread that is somebody else's. */
  static Answer forbidden() {
    return error(403, "Forbidden resource");
  }

  /** The error of every verification that failed, and of every fault meanwhile. */
  static Answer invalidSubjectToken() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("message", "Invalid OAuth subject token");
    body.put("statusCode", 401);
    return json(401, body);
  }

  /** The error of the body parser and of faults that nobody handled. */
  static Answer unhandled(int status, String message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("statusCode", status);
    body.put("message", message);
    return json(status, body);
  }

  static Answer json(int status, Map<String, ? extends @Nullable Object> body) {
    return Answer.json(status, Json.write(body));
  }

  /** Adds the headers that every answer has. */
  static Answer decorated(Answer answer) {
    Answer decorated = answer;
    for (String[] header : COMMON_HEADERS) {
      decorated = decorated.with(header[0], header[1]);
    }
    byte[] body = answer.body();
    return body.length == 0 ? decorated : decorated.with("ETag", weakTag(body));
  }

  private static String weakTag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(body);
      String hash = Base64.getEncoder().encodeToString(digest).substring(0, 27);
      return "W/\"" + Integer.toHexString(body.length) + "-" + hash + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
