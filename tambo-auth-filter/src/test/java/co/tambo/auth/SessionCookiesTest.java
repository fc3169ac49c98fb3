package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.Credential.None;
import co.tambo.auth.Credential.Token;
import co.tambo.auth.Credential.Unusable;
import co.tambo.auth.internal.config.SessionSettings;
import co.tambo.auth.internal.sessions.TestSeal;
import co.tambo.auth.internal.sessions.WorkOsSeal;
import co.tambo.auth.internal.time.TimeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCookiesTest {

  private final SessionCookies suffixed =
      new SessionCookies(
          List.of(
              new SessionSettings(List.of(), List.of("other")),
              new SessionSettings(List.of(), List.of("session_a1", "session"))),
          List.of());
  private final SessionCookies sealed =
      new SessionCookies(
          List.of(), List.of(new WorkOsSeal(TestSeal.PASSWORD, TimeSource.system())));

  @Test
  void firstNameThatIsThereCounts() {
    FakeRequest both = FakeRequest.get("/").cookie("session", "b").cookie("session_a1", "a");
    assertEquals(new Token("a", true), suffixed.token("session", both));
    FakeRequest usual = FakeRequest.get("/").cookie("session", "b");
    assertEquals(new Token("b", true), suffixed.token("session", usual));
  }

  @Test
  void nameThatNoProviderKnowsIsTakenAsItIs() {
    FakeRequest request = FakeRequest.get("/").cookie("own", "t").cookie("session_a1", "a");
    assertEquals(new Token("t", true), suffixed.token("own", request));
    assertEquals(new Token("a", true), suffixed.token("session_a1", request));
    assertEquals(new None(), suffixed.token("another", request));
  }

  @Test
  void cookieThatCannotBeReadIsRefused() {
    FakeRequest twice = FakeRequest.get("/").cookie("own", "t").cookie("own", "t");
    assertEquals(new Unusable(AuthError.CREDENTIALS_CONFLICT), suffixed.token("own", twice));
    FakeRequest broken = FakeRequest.get("/").cookie("own", "base64-!");
    assertEquals(new Unusable(AuthError.TOKEN_INVALID), suffixed.token("own", broken));
  }

  @Test
  void sealGivesTheTokenInItAndWhatDoesNotOpenStaysAsItIs() throws Exception {
    FakeRequest request = FakeRequest.get("/").cookie("wos", new TestSeal().sealed());
    assertEquals(new Token("a.b.c", true), sealed.token("wos", request));
    FakeRequest plain = FakeRequest.get("/").cookie("wos", "x.y.z");
    assertEquals(new Token("x.y.z", true), sealed.token("wos", plain));
  }
}
