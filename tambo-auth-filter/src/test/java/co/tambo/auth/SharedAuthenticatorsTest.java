package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedAuthenticatorsTest {

  private static final TamboAuthListener LISTENER = TamboAuthListener.NONE;

  private final Map<String, Object> context = new HashMap<>();
  private final SharedAuthenticators shared = SharedAuthenticators.of(context::get, context::put);

  private static TamboAuthConfig config(String user) {
    return TamboAuthConfig.of(Map.of("tambo.user-key", "value:" + user));
  }

  @Test
  void applicationHasOneCollection() {
    assertSame(shared, SharedAuthenticators.of(context::get, context::put));
  }

  @Test
  void equalConfigurationsShareOne() {
    SharedAuthenticators.Use first = shared.use(config("alice"), LISTENER);
    assertSame(first.authenticator(), shared.use(config("alice"), LISTENER).authenticator());
    assertNotSame(first.authenticator(), shared.use(config("bob"), LISTENER).authenticator());
  }

  @Test
  void loggersAreOneListenerAndOthersAreNot() {
    TamboAuthConfig config = config("alice");
    TamboAuthenticator logs = shared.use(config, TamboAuthListener.logging()).authenticator();
    assertSame(logs, shared.use(config, TamboAuthListener.logging()).authenticator());
    assertNotSame(logs, shared.use(config, LISTENER).authenticator());
  }

  @Test
  void lastUseCloses() {
    SharedAuthenticators.Use first = shared.use(config("alice"), LISTENER);
    SharedAuthenticators.Use second = shared.use(config("alice"), LISTENER);
    first.close();
    first.close();
    assertInstanceOf(AuthDecision.Admitted.class, answer(second.authenticator()));
    second.close();
    assertInstanceOf(AuthDecision.Refused.class, answer(second.authenticator()));
    assertNotSame(second.authenticator(), shared.use(config("alice"), LISTENER).authenticator());
  }

  private static AuthDecision answer(TamboAuthenticator authenticator) {
    return authenticator.authenticate(FakeRequest.of("GET", "/"));
  }
}
