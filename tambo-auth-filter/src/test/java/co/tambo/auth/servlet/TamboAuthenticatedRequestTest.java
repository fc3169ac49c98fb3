package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.TamboPrincipal.Source;
import co.tambo.auth.parts.Attack;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TamboAuthenticatedRequestTest {

  private final HttpServletRequest container = mock(HttpServletRequest.class);
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final TamboPrincipal alice = mock(TamboPrincipal.class);
  private final TamboAuth auth = mock(TamboAuth.class);
  private final AtomicInteger logouts = new AtomicInteger();

  @BeforeEach
  void knowAlice() {
    when(alice.getName()).thenReturn("alice");
    when(alice.roles()).thenReturn(Set.of("admin", "*"));
    when(alice.source()).thenReturn(Source.USER_TOKEN);
    when(auth.principal()).thenReturn(Optional.of(alice));
    when(auth.isUserInRole(any())).thenCallRealMethod();
  }

  @Test
  @Attack("C08")
  void everythingAgreesOnTheUser() throws ServletException, IOException {
    HttpServletRequest request = shown(container);
    assertSame(alice, request.getUserPrincipal());
    assertEquals("alice", request.getRemoteUser());
    assertEquals("Bearer", request.getAuthType());
    assertTrue(request.authenticate(response));
  }

  /** GlassFish and Payara take any other object for another caller, without roles. */
  @Test
  void callerThatTheContainerKnowsAsThisUserStaysItsOwnObject() {
    TamboAuth user = userOfAKey();
    TamboPrincipal established = userOfAKey().principal().orElseThrow();
    when(container.getUserPrincipal()).thenReturn(established);
    HttpServletRequest request = TamboAuthenticatedRequest.of(container, user, () -> {});
    assertNotSame(container, request);
    assertSame(established, request.getUserPrincipal());
  }

  private static TamboAuth userOfAKey() {
    TamboAuthConfig config = TamboAuthConfig.of(Map.of("tambo.user-key", "value:alice"));
    AuthRequest request = mock(AuthRequest.class);
    when(request.target()).thenReturn(new RequestTarget("https://a.example", null, "", "/", null));
    try (TamboAuthenticator authenticator = TamboAuthenticator.of(config, TamboAuthListener.NONE)) {
      return authenticator.identify(request);
    }
  }

  @Test
  void userOfAKeyIsKnownByKey() {
    when(alice.source()).thenReturn(Source.USER_KEY);
    assertEquals("TAMBO-USER-KEY", shown(container).getAuthType());
  }

  @Test
  @Attack("C08")
  void rolesAreThoseOfTheUser() {
    HttpServletRequest request = shown(container);
    assertTrue(request.isUserInRole("admin"));
    assertTrue(request.isUserInRole("**"));
    assertFalse(request.isUserInRole("*"));
    assertFalse(request.isUserInRole("Admin"));
  }

  @Test
  @Attack("C08")
  void identifiedUserCannotLogIn() throws ServletException {
    HttpServletRequest request = shown(container);
    assertThrows(ServletException.class, () -> request.login("bob", "secret"));
    verify(container, never()).login(any(), any());
  }

  @Test
  void anonymousRequestIsNotWrapped() {
    when(auth.principal()).thenReturn(Optional.empty());
    assertSame(container, shown(container));
  }

  @Test
  void callerOfTheContainerIsNotHidden() {
    when(container.getUserPrincipal()).thenReturn(() -> "bob");
    assertSame(container, shown(container));
  }

  @Test
  void userIsNotShownTwice() {
    HttpServletRequest wrapped = new HttpServletRequestWrapper(shown(container));
    assertSame(wrapped, shown(wrapped));
  }

  @Test
  void sameUserWithOtherRolesIsShownAnew() {
    HttpServletRequest request = shown(container);
    TamboPrincipal demoted = mock(TamboPrincipal.class);
    when(demoted.roles()).thenReturn(Set.of());
    when(auth.principal()).thenReturn(Optional.of(demoted));
    assertNotSame(request, shown(request));
  }

  @Test
  void ownUserIsNoCallerOfTheContainer() {
    assertNull(TamboAuthenticatedRequest.containerPrincipal(shown(container)));
  }

  @Test
  void callerBelowOwnUserIsTheContainers() {
    HttpServletRequest request = shown(container);
    Principal bob = () -> "bob";
    when(container.getUserPrincipal()).thenReturn(bob);
    assertSame(bob, TamboAuthenticatedRequest.containerPrincipal(request));
  }

  @Test
  void containerWithoutACallerNeedNotLogOut() throws ServletException {
    doThrow(new ServletException("logout failed")).when(container).logout();
    shown(container).logout();
    assertEquals(1, logouts.get());
  }

  @Test
  void containerThatFailsToLogItsCallerOutSaysSo() throws ServletException {
    HttpServletRequest request = shown(container);
    when(container.getUserPrincipal()).thenReturn(() -> "bob");
    doThrow(new ServletException("logout failed")).when(container).logout();
    assertThrows(ServletException.class, request::logout);
    assertEquals(1, logouts.get());
  }

  @Nested
  class WhenLoggedOut {

    private HttpServletRequest request = container;

    @BeforeEach
    void logOut() throws ServletException {
      request = shown(container);
      request.logout();
    }

    @Test
    void containerIsToldToo() throws ServletException {
      verify(container).logout();
      assertEquals(1, logouts.get());
    }

    @Test
    @Attack("C08")
    void nothingShowsTheUser() {
      assertNull(request.getUserPrincipal());
      assertNull(request.getRemoteUser());
      assertNull(request.getAuthType());
      assertFalse(request.isUserInRole("admin"));
    }

    @Test
    @Attack("C08")
    void containerCanLogIn() throws ServletException, IOException {
      when(container.authenticate(response)).thenReturn(true);
      request.login("bob", "secret");
      verify(container).login("bob", "secret");
      assertTrue(request.authenticate(response));
    }

    @Test
    void secondLogoutIsTheContainersOnly() throws ServletException {
      request.logout();
      assertEquals(1, logouts.get());
    }
  }

  private HttpServletRequest shown(HttpServletRequest request) {
    return TamboAuthenticatedRequest.of(request, auth, logouts::incrementAndGet);
  }
}
