package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.contract.HeaderRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The core under one configuration, without a server around it. Several threads may have requests
 * decided, one at a time may ask whether a token is accepted or why not.
 */
final class Gate implements AutoCloseable {

  private final TamboAuthenticator authenticator;
  private volatile TamboAuthListener.@Nullable Decided last;

  Gate(Map<String, String> settings) {
    this.authenticator =
        TamboAuthenticator.of(
            TamboAuthConfig.of(settings),
            new TamboAuthListener() {
              @Override
              public void decided(Decided decided) {
                last = decided;
              }
            });
  }

  /** Returns the user whom a token is accepted for. */
  TamboPrincipal identified(String token) {
    AuthDecision decision = decide(token);
    assertInstanceOf(AuthDecision.Admitted.class, decision, this::reason);
    return decision.auth().principal().orElseThrow();
  }

  /** Returns the reason why a token is refused with 401. */
  String refused(String token) {
    AuthDecision.Refused refused =
        assertInstanceOf(AuthDecision.Refused.class, decide(token), "is accepted");
    assertEquals(401, refused.status());
    return reason();
  }

  /** Decides a request with nothing but a bearer token. */
  AuthDecision decide(String token) {
    return authenticator.authenticate(HeaderRequest.bearing(token));
  }

  private String reason() {
    return Objects.requireNonNull(last, "nothing was decided").reason();
  }

  @Override
  public void close() {
    authenticator.close();
  }
}
