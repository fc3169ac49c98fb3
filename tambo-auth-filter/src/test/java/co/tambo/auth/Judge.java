package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The whole core, which is given one token at a time: as a bearer token, and out of the session,
 * whose text no header rule has looked at.
 */
final class Judge implements AutoCloseable {

  private final List<String> reasons = new CopyOnWriteArrayList<>();
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final TamboAuthenticator authenticator;

  private Judge(Map<String, String> settings) {
    authenticator = TamboAuthenticator.of(TamboAuthConfig.of(settings), listener());
  }

  /** Opens a judge who trusts the crafted keys. */
  static Judge ofCraftedKeys(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.verification", "public-key");
    settings.put("tambo.public-key", CraftedToken.publicKeys());
    settings.put("tambo.issuer", CraftedToken.ISSUER);
    settings.put("tambo.audience", CraftedToken.AUDIENCE);
    return of(settings, more);
  }

  static Judge of(Map<String, String> settings, String... more) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("tambo.user-token", "header:Authorization,session:token");
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return new Judge(all);
  }

  private TamboAuthListener listener() {
    return new TamboAuthListener() {
      @Override
      public void decided(Decided event) {
        reasons.add(event.reason());
      }

      @Override
      public void defect(Throwable defect) {
        defects.add(defect);
      }

      @Override
      public void warned(TamboAuthWarning warning) {
        warnings.add(warning.code());
      }
    };
  }

  /** Expects 401, exactly as for any other bad token, and the reason for the log. */
  void refuses(String reason, String token) {
    refused(reason, token, FakeRequest.get("/x").session("token", token));
    if (AuthorizationHeader.isB64Token(token)) {
      refused(reason, token, bearing(token));
    } else if (token.equals(token.strip())) {
      Refused refused = assertInstanceOf(Refused.class, decide(bearing(token)));
      assertEquals(400, refused.status(), () -> shown(token));
      assertEquals(Optional.empty(), refused.auth().principal());
    }
  }

  private void refused(String reason, String token, FakeRequest request) {
    reasons.clear();
    Refused refused = assertInstanceOf(Refused.class, decide(request), () -> shown(token));
    assertEquals(401, refused.status(), () -> shown(token));
    assertEquals(
        "Bearer realm=\"tambo\", error=\"invalid_token\"",
        refused.headers().get("WWW-Authenticate"));
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
            + "\"detail\":\"The user token is not accepted.\",\"code\":\"TAMBO-101\","
            + "\"state\":\"error\"}",
        refused.body());
    assertEquals(Optional.empty(), refused.auth().principal());
    assertEquals(List.of(), defects, () -> shown(token));
    assertEquals(List.of(reason), reasons, () -> shown(token));
  }

  private static String shown(String token) {
    return token.substring(0, Math.min(300, token.length()));
  }

  /** Expects that the token's user is alice. */
  TamboPrincipal admits(String token) {
    AuthDecision decision = decide(bearing(token));
    assertTrue(decision instanceof Admitted, () -> reasons + " " + shown(token));
    TamboPrincipal user = decision.auth().principal().orElseThrow();
    assertEquals("alice", user.subject());
    return user;
  }

  AuthDecision decide(AuthRequest request) {
    return authenticator.authenticate(request);
  }

  static FakeRequest bearing(String token) {
    return FakeRequest.get("/x").header("Authorization", "Bearer " + token);
  }

  List<String> warnings() {
    return warnings;
  }

  List<Throwable> defects() {
    return defects;
  }

  @Override
  public void close() {
    authenticator.close();
  }
}
