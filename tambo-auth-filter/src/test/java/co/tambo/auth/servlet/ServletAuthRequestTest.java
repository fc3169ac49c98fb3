package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServletAuthRequestTest {

  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final RequestTarget target = new RequestTarget("http://a", "/", "", "/", null);
  private final AuthRequest view = ServletAuthRequest.of(request, target);

  @Test
  void everyLineOfAHeaderIsSeen() {
    when(request.getHeaders("A")).thenReturn(Collections.enumeration(List.of("1", "2")));
    assertEquals(List.of("1", "2"), view.headers("A"));
  }

  @Test
  void headersThatTheContainerWithholdsAreNone() {
    when(request.getHeaders("A")).thenReturn(null);
    assertEquals(List.of(), view.headers("A"));
  }

  @Test
  void cookiesAreReadFromTheirHeader() {
    when(request.getHeaders("Cookie")).thenReturn(Collections.enumeration(List.of("s=\"1\"")));
    assertEquals(List.of("\"1\""), view.cookies("s"));
    verify(request, never()).getCookies();
  }

  @Test
  void sessionIsNeverCreated() {
    assertNull(view.sessionAttribute("a"));
    verify(request, never()).getSession();
    verify(request, never()).getSession(true);
  }

  @Test
  void attributeOfTheSessionIsSeen() {
    HttpSession session = mock(HttpSession.class);
    when(request.getSession(false)).thenReturn(session);
    when(session.getAttribute("a")).thenReturn("1");
    assertEquals("1", view.sessionAttribute("a"));
  }

  @Test
  void callerOfTheContainerIsSeen() {
    Principal bob = () -> "bob";
    when(request.getUserPrincipal()).thenReturn(bob);
    assertSame(bob, view.containerPrincipal());
  }

  @Test
  void bodyIsNeverTouched() throws IOException {
    view.method();
    view.headers("A");
    view.cookies("a");
    view.attribute("a");
    verify(request, never()).getParameter(any());
    verify(request, never()).getParameterMap();
    verify(request, never()).getInputStream();
    verify(request, never()).getReader();
  }
}
