package co.tambo.auth.providers;

import co.tambo.auth.internal.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real Auth.js (version 5, {@code @auth/core}) with sessions in encrypted cookies; and the {@code
 * encode} of version 4 ({@code next-auth}), which makes the cookie that a whole Next.js would set.
 */
public final class AuthJs implements AutoCloseable {

  /** The name of the session cookie over plain http. */
  public static final String COOKIE = "authjs.session-token";

  private final NodeProgram program;

  private AuthJs(NodeProgram program) {
    this.program = program;
  }

  /** Starts one with this secret. */
  public static AuthJs withSecret(String secret) throws Exception {
    return new AuthJs(NodeProgram.start("authjs", Map.of("AUTH_SECRET", secret)));
  }

  /**
   * Logs a user in and returns the session's cookies by name: {@link #COOKIE}, or the chunks {@code
   * .0}, {@code .1} of it where a long note is in the session.
   */
  public Map<String, String> login(String user, String note) throws Exception {
    Browser browser = new Browser();
    String auth = program.origin() + "/auth";
    HttpResponse<String> csrf = program.expect(200, browser.get(auth + "/csrf"));
    Object token = Json.readObject(csrf.body().getBytes(StandardCharsets.UTF_8)).get("csrfToken");
    program.expect(
        302,
        browser.submit(
            auth + "/callback/credentials",
            Map.of("csrfToken", String.valueOf(token), "name", user, "note", note)));
    Map<String, String> cookies = new TreeMap<>(browser.cookies());
    cookies.keySet().removeIf(name -> !name.startsWith(COOKIE));
    if (cookies.isEmpty()) {
      throw program.failure("no session");
    }
    return cookies;
  }

  /** Returns the value of version 4's {@code next-auth.session-token} for a user. */
  public String version4Cookie(String user) throws Exception {
    String url = program.origin() + "/v4/session-token?name=" + user;
    return program.expect(200, new Browser().get(url)).body();
  }

  @Override
  public void close() {
    program.close();
  }
}
