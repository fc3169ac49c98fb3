package co.tambo.auth.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.contract.HeaderRequest;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The core with some settings, asked about one bearer token after the other. */
final class Guard implements AutoCloseable {

  private final BlockingQueue<TamboAuthListener.Decided> decided = new LinkedBlockingQueue<>();
  private final TamboAuthenticator authenticator;

  private Guard(Map<String, String> settings) {
    authenticator =
        TamboAuthenticator.of(
            TamboAuthConfig.of(settings),
            new TamboAuthListener() {
              @Override
              public void decided(Decided event) {
                decided.add(event);
              }
            });
  }

  static Guard of(Map<String, String> settings) {
    return new Guard(settings);
  }

  /** Returns whom the token stands for. */
  TamboPrincipal admitted(String token) {
    AuthDecision decision = authenticator.authenticate(HeaderRequest.bearing(token));
    TamboAuthListener.Decided event = decided.remove();
    return assertInstanceOf(AuthDecision.Admitted.class, decision, event::reason)
        .auth()
        .principal()
        .orElseThrow();
  }

  /** Returns why the token is refused, which only the log is told. */
  String refused(String token) {
    AuthDecision decision = authenticator.authenticate(HeaderRequest.bearing(token));
    assertEquals(401, assertInstanceOf(AuthDecision.Refused.class, decision).status());
    return decided.remove().reason();
  }

  @Override
  public void close() {
    authenticator.close();
  }
}
