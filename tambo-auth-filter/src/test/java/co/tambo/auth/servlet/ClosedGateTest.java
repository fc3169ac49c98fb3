package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.parts.Attack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing but a decision opens the chain: whatever is thrown on the way to one is 503. */
class ClosedGateTest {

  private static final String REFUSED = "503 \\{.*\"code\":\"TAMBO-209\".*}";

  private final List<Throwable> told = new ArrayList<>();

  private static TamboAuthenticator lookingEverywhere(TamboAuthListener listener) {
    return TamboAuthenticator.of(
        TamboAuthConfig.of(
            Map.of(
                "tambo.verification", "none",
                "tambo.user-token", "header:Authorization,cookie:c,session:s,attribute:a",
                "tambo.user-key", "principal",
                "tambo.access", "permissive")),
        listener);
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("x"),
        new NullPointerException(),
        new AssertionError("x"),
        new NoClassDefFoundError("x"),
        new StackOverflowError(),
        new OutOfMemoryError("x"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  @Attack({"L01", "I06"})
  void whicheverCallFailsTheChainStaysClosed(Throwable failure) throws Exception {
    try (TamboAuthenticator authenticator = lookingEverywhere(tellingDefects())) {
      int calls = Pass.good(authenticator).callsBeforeTheChain();
      assertTrue(calls >= 15, () -> "only " + calls + " calls were made");
      for (int call = 1; call <= calls; call++) {
        assertClosed(Pass.failing(authenticator, call, failure));
      }
      assertEquals(calls, told.size());
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void listenerThatFailsDoesNotOpenTheChain(Throwable failure) throws Exception {
    try (TamboAuthenticator authenticator = lookingEverywhere(failingWith(failure))) {
      assertClosed(Pass.good(authenticator));
    }
  }

  @Test
  @Attack("L04")
  void closedAuthenticatorDoesNotOpenTheChain() throws Exception {
    TamboAuthenticator authenticator = lookingEverywhere(TamboAuthListener.NONE);
    authenticator.close();
    assertClosed(Pass.good(authenticator));
  }

  private static void assertClosed(Pass pass) {
    assertEquals(-1, pass.callsBeforeTheChain());
    assertTrue(pass.answer().matches(REFUSED), pass::answer);
  }

  private TamboAuthListener tellingDefects() {
    return new TamboAuthListener() {
      @Override
      public void defect(Throwable defect) {
        told.add(defect);
      }
    };
  }

  private static TamboAuthListener failingWith(Throwable failure) {
    return new TamboAuthListener() {
      @Override
      public void decided(Decided event) {
        sneak(failure);
      }

      @Override
      public void defect(Throwable defect) {
        sneak(failure);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }
}
