package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a form or JSON body; any other body counts as empty. */
final class RequestBody {

  private static final int MAX_BYTES = 10 * 1024 * 1024;
  private static final int MAX_PARAMETERS = 1000;

  private RequestBody() {}

  /** Returns the members; a form's repeated parameter is a list. */
  static Map<String, @Nullable Object> read(ReceivedRequest request) {
    String contentType = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String mediaType = contentType.replaceFirst(";.*", "").strip();
    boolean json = mediaType.equals("application/json");
    if (!json && !mediaType.equals("application/x-www-form-urlencoded")) {
      return Map.of();
    }
    checkCharset(contentType);
    byte[] body = inflated(request);
    if (body.length > MAX_BYTES) {
      throw new Refusal(TamboAnswers.unhandled(413, "request entity too large"));
    }
    if (body.length == 0) {
      return Map.of();
    }
    return json ? json(body) : form(new String(body, StandardCharsets.UTF_8));
  }

  private static void checkCharset(String contentType) {
    int at = contentType.indexOf("charset=");
    String charset = at < 0 ? "utf-8" : contentType.substring(at + "charset=".length()).strip();
    if (!charset.replace("\"", "").equals("utf-8")) {
      String name = charset.toUpperCase(Locale.ROOT);
      throw new Refusal(TamboAnswers.unhandled(415, "unsupported charset \"" + name + "\""));
    }
  }

  private static byte[] inflated(ReceivedRequest request) {
    String encoding = request.header("Content-Encoding").orElse("identity");
    if (encoding.equals("identity")) {
      return request.body();
    }
    if (!encoding.equals("gzip")) {
      throw new Refusal(
          TamboAnswers.unhandled(415, "unsupported content encoding \"" + encoding + "\""));
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new Refusal(TamboAnswers.error(400, "incorrect header check"));
    }
  }

  private static Map<String, @Nullable Object> json(byte[] body) {
    try {
      return Json.readObject(body);
    } catch (JsonException e) {
      throw new Refusal(TamboAnswers.error(400, "Unexpected end of JSON input"));
    }
  }

  private static Map<String, @Nullable Object> form(String body) {
    if (body.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS) {
      throw new Refusal(TamboAnswers.unhandled(413, "too many parameters"));
    }
    return members(ReceivedRequest.parameters(body));
  }

  /** Returns parameters as Tambo's framework sees them: single ones as text, repeated as list. */
  static Map<String, @Nullable Object> members(Map<String, List<String>> parameters) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> members.put(name, values.size() == 1 ? values.get(0) : values));
    return members;
  }
}
