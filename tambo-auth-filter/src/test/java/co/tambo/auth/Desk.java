package co.tambo.auth;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** An authenticator under a clock that a test moves. */
final class Desk implements AutoCloseable {

  final TestTime time = new TestTime();
  final Heard heard = new Heard();
  private final List<TamboAuthenticator> open = new ArrayList<>();

  TamboAuthenticator open(Map<String, String> settings) {
    TamboAuthConfig config = TamboAuthConfig.of(settings);
    Wiring wiring = new Assembly(config.policy(), heard, time, HttpFetch.create()).wiring();
    TamboAuthenticator authenticator = TamboAuthenticator.of(config, heard, wiring);
    open.add(authenticator);
    return authenticator;
  }

  static Map<String, String> settings(Map<String, String> settings, String... more) {
    Map<String, String> all = new HashMap<>(settings);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  static AuthDecision decision(TamboAuthenticator authenticator, String token) {
    return authenticator.authenticate(
        FakeRequest.get("/x").header("Authorization", "Bearer " + token));
  }

  static TamboPrincipal user(TamboAuthenticator authenticator, String token) {
    AuthDecision decision = decision(authenticator, token);
    Assertions.assertInstanceOf(AuthDecision.Admitted.class, decision);
    return decision.auth().principal().orElseThrow();
  }

  static AuthDecision.Refused refusal(TamboAuthenticator authenticator, String token) {
    return Assertions.assertInstanceOf(AuthDecision.Refused.class, decision(authenticator, token));
  }

  /** Returns the status and the reason of a refusal. */
  String refused(TamboAuthenticator authenticator, String token) {
    int status = refusal(authenticator, token).status();
    return status + " " + heard.reason();
  }

  @Override
  public void close() {
    open.forEach(TamboAuthenticator::close);
  }
}
