package co.tambo.auth.providers;

import co.tambo.auth.internal.json.Json;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A real Better Auth with the plugins jwt and admin, and users who sign up by e-mail and password
 * and get the roles {@code admin} and {@code editor}.
 */
public final class BetterAuth implements AutoCloseable {

  private static final String PASSWORD = "correct horse battery staple";

  /**
   * A user who is logged in.
   *
   * @param id the user's id, which is the subject
   * @param jwt from {@code /api/auth/token}
   * @param sessionToken the cookie {@code better-auth.session_token}, decoded: opaque
   * @param sessionCache the cookie {@code better-auth.session_data}: a JWT of the same issuer and
   *     keys, which only Better Auth itself may read
   */
  public record Login(String id, String jwt, String sessionToken, String sessionCache) {}

  private final NodeProgram program;

  private BetterAuth(NodeProgram program) {
    this.program = program;
  }

  /** Starts one that signs with {@code EdDSA}, its default, or any other algorithm it knows. */
  public static BetterAuth signingWith(String algorithm) throws Exception {
    return start(algorithm, "15m");
  }

  /** Starts one whose JWTs were over ten minutes before they were asked for. */
  public static BetterAuth signingExpired() throws Exception {
    return start("EdDSA", "-10m");
  }

  private static BetterAuth start(String algorithm, String expiration) throws Exception {
    return new BetterAuth(
        NodeProgram.start(
            "better-auth", Map.of("JWT_ALGORITHM", algorithm, "JWT_EXPIRATION", expiration)));
  }

  /** Returns the issuer, which is also the audience: the origin of its base URL. */
  public String issuer() {
    return program.origin();
  }

  /** Returns where its keys are; it has no discovery document. */
  public String jwksUrl() {
    return issuer() + "/api/auth/jwks";
  }

  /** Signs a new user up, who then is logged in. */
  public Login signUp(String email) throws Exception {
    return enter("/sign-up/email", Map.of("email", email, "password", PASSWORD, "name", "Ada"));
  }

  /** Logs a known user in once more, in another browser. */
  public Login signIn(String email) throws Exception {
    return enter("/sign-in/email", Map.of("email", email, "password", PASSWORD));
  }

  @Override
  public void close() {
    program.close();
  }

  private Login enter(String path, Map<String, String> fields) throws Exception {
    Browser browser = new Browser();
    Map<String, Object> entered = json(browser.submitJson(issuer() + "/api/auth" + path, fields));
    Map<?, ?> user = (Map<?, ?>) Objects.requireNonNull(entered.get("user"));
    Map<String, Object> answer = json(browser.get(issuer() + "/api/auth/token"));
    return new Login(
        (String) user.get("id"),
        (String) answer.get("token"),
        cookie(browser, "better-auth.session_token"),
        cookie(browser, "better-auth.session_data"));
  }

  private Map<String, Object> json(HttpResponse<String> response) throws Exception {
    return Json.readObject(program.expect(200, response).body().getBytes(StandardCharsets.UTF_8));
  }

  private static String cookie(Browser browser, String name) {
    String value = Objects.requireNonNull(browser.cookies().get(name), name);
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
