package co.tambo.auth.providers;

import static java.util.Map.entry;

import co.tambo.auth.internal.json.Json;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A real {@code oidc-provider}: a certified OpenID provider with discovery, one public client, and
 * users who log in and consent to everything.
 */
public final class OidcProvider implements AutoCloseable {

  /** The client, and so the audience of the ID tokens. */
  public static final String CLIENT_ID = "tambo-app";

  private static final String CALLBACK = "http://127.0.0.1/callback";
  private static final int MOST_REDIRECTS = 10;

  /** What an access token can be for; the first three are named for how it is then signed. */
  public enum Api {
    /** Signed by an RSA key. */
    RS256,
    /** Signed by a key on P-256. */
    ES256,
    /** Signed by an Ed25519 key. */
    EDDSA,
    /** Tokens that were over ten minutes before they were asked for. */
    EXPIRED;

    /** Returns the resource indicator (RFC 8707), which is also the token's audience. */
    public String audience() {
      return "https://api.example.com/" + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An answer of the token endpoint.
   *
   * @param access a JWT (RFC 9068)
   * @param id a JWT
   * @param refresh opaque
   */
  public record Tokens(String access, String id, String refresh) {}

  private final NodeProgram program;

  private OidcProvider(NodeProgram program) {
    this.program = program;
  }

  /** Starts one with new keys; aborts the test without the part {@code node}. */
  public static OidcProvider start() throws Exception {
    return new OidcProvider(NodeProgram.start("oidc-provider", Map.of()));
  }

  /** Returns the issuer. */
  public String issuer() {
    return program.origin();
  }

  /** Logs a user in with a browser of its own: authorization code with PKCE (RFC 7636). */
  public Tokens login(String user, Api api) throws Exception {
    String verifier = random();
    return tokens(
        Map.ofEntries(
            entry("grant_type", "authorization_code"),
            entry("client_id", CLIENT_ID),
            entry("code", code(user, api, verifier)),
            entry("code_verifier", verifier),
            entry("redirect_uri", CALLBACK),
            entry("resource", api.audience())));
  }

  /** Returns what the refresh token is good for now. */
  public Tokens refresh(Tokens tokens, Api api) throws Exception {
    return tokens(
        Map.ofEntries(
            entry("grant_type", "refresh_token"),
            entry("client_id", CLIENT_ID),
            entry("refresh_token", tokens.refresh()),
            entry("resource", api.audience())));
  }

  /** Replaces all keys by new ones; what was signed before can be verified by nobody. */
  public void rotateKeys() throws Exception {
    program.expect(204, new Browser().submit(issuer() + "/rotate-keys", Map.of()));
  }

  @Override
  public void close() {
    program.close();
  }

  private String code(String user, Api api, String verifier) throws Exception {
    Map<String, String> request =
        Map.ofEntries(
            entry("response_type", "code"),
            entry("client_id", CLIENT_ID),
            entry("redirect_uri", CALLBACK),
            entry("scope", "openid email threads:read"),
            entry("resource", api.audience()),
            entry("login_hint", user),
            entry("code_challenge", challenge(verifier)),
            entry("code_challenge_method", "S256"),
            entry("state", random()));
    Map<String, String> answer =
        answer(new Browser(), issuer() + "/auth?" + Browser.encoded(request));
    if (!request.get("state").equals(answer.get("state")) || !answer.containsKey("code")) {
      throw program.failure("no code in the answer " + answer.keySet());
    }
    return answer.get("code");
  }

  /** Goes from page to page until the provider sends the browser back to the client. */
  private Map<String, String> answer(Browser browser, String url) throws Exception {
    String next = url;
    for (int i = 0; i < MOST_REDIRECTS && !next.startsWith(CALLBACK); i++) {
      HttpResponse<String> page = program.expect(303, browser.get(next));
      next = URI.create(next).resolve(page.headers().firstValue("Location").orElse("")).toString();
    }
    Map<String, String> fields = new HashMap<>();
    for (String field : String.valueOf(URI.create(next).getQuery()).split("&", -1)) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], pair[pair.length - 1]);
    }
    return fields;
  }

  private Tokens tokens(Map<String, String> request) throws Exception {
    HttpResponse<String> response =
        program.expect(200, new Browser().submit(issuer() + "/token", request));
    Map<String, Object> answer = Json.readObject(response.body().getBytes(StandardCharsets.UTF_8));
    return new Tokens(
        (String) answer.get("access_token"),
        (String) answer.get("id_token"),
        (String) answer.get("refresh_token"));
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
