package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.sessions.AuthJsSession;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.ProviderToken;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedSessionsTest {

  private final FakeIssuer application = FakeIssuer.start();
  private final TokenVerifier verifier =
      new EncryptedSessions(
          new AuthJsSession(List.of(secret()), AuthJsSession.COOKIES),
          new ClaimRules(Providers.of("", Set.of(), Set.of(), List.of()), TimeSource.system()),
          token -> new Refused(Rejection.NOT_COMPACT_JWS, "", ""));

  @AfterEach
  void stop() {
    application.close();
  }

  private String secret() {
    return Objects.requireNonNull(
        ProviderToken.AUTHJS_SESSION.settings(application).get("tambo.session-secret"));
  }

  private String session(long expiresIn) {
    return application
        .token(ProviderToken.AUTHJS_SESSION, "alice")
        .expiresIn(Duration.ofSeconds(expiresIn))
        .text();
  }

  private Rejection rejection(String token) {
    return assertInstanceOf(Refused.class, verifier.verify(token)).rejection();
  }

  @Test
  void sessionOfTheApplicationIsOpened() {
    Accepted accepted = assertInstanceOf(Accepted.class, verifier.verify(session(3600)));
    assertEquals("alice", accepted.token().subject());
    assertInstanceOf(KeySource.Candidates.class, accepted.standing().now());
  }

  @Test
  void claimsOfASessionAreJudged() {
    assertEquals(Rejection.EXPIRED, rejection(session(-3600)));
  }

  @Test
  void whatNoSecretOpensIsRefused() {
    String sealed = session(3600);
    assertEquals(Rejection.SESSION_NOT_OPENED, rejection(sealed.replace('.', 'x') + "...."));
    assertEquals(Rejection.SESSION_NOT_OPENED, rejection("...."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "opaque", "a.b.c", "a.b.c.d", "a.b.c.d.e.f"})
  void anyOtherShapeGoesOn(String token) {
    assertEquals(Rejection.NOT_COMPACT_JWS, rejection(token));
  }
}
