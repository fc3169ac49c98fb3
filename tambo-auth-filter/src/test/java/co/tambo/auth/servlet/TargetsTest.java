package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import co.tambo.auth.RequestTarget;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TargetsTest {

  private final HttpServletRequest request = mock(HttpServletRequest.class);

  @BeforeEach
  void ordinaryRequest() {
    when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
    when(request.getScheme()).thenReturn("https");
    when(request.getServerName()).thenReturn("app.example");
    when(request.getServerPort()).thenReturn(443);
    when(request.getRequestURI()).thenReturn("/ctx/a/%62;x=y");
    when(request.getContextPath()).thenReturn("/ctx");
    when(request.getServletPath()).thenReturn("/a");
    when(request.getPathInfo()).thenReturn("/b");
    when(request.getQueryString()).thenReturn("q=1");
  }

  @Test
  void requestHasBothItsPaths() {
    RequestTarget expected =
        new RequestTarget("https://app.example", "/ctx/a/%62;x=y", "/ctx", "/a/b", "q=1");
    assertEquals(expected, Targets.of(request));
  }

  @Test
  void missingRequestUriIsNoCanonicalPath() {
    when(request.getRequestURI()).thenReturn(null);
    assertEquals("", Targets.of(request).rawPath());
  }

  @Test
  void missingPathsAreEmpty() {
    when(request.getContextPath()).thenReturn(null);
    when(request.getServletPath()).thenReturn(null);
    when(request.getPathInfo()).thenReturn(null);
    assertEquals("", Targets.of(request).path());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REQUEST")
  void dispatchHasNoRawPath(DispatcherType type) {
    when(request.getDispatcherType()).thenReturn(type);
    assertNull(Targets.of(request).rawPath());
  }

  @Test
  void includeIsGoingWhereItsAttributesSay() {
    when(request.getDispatcherType()).thenReturn(DispatcherType.INCLUDE);
    included("/other", "/app", "/me");
    RequestTarget target = Targets.of(request);
    assertEquals("/other", target.contextPath());
    assertEquals("/app/me", target.path());
  }

  @Test
  void includeByNameStaysWhereItIs() {
    when(request.getDispatcherType()).thenReturn(DispatcherType.INCLUDE);
    assertEquals("/a/b", Targets.of(request).path());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INCLUDE")
  void includeAttributesOfAnotherDispatchAreNotRead(DispatcherType type) {
    when(request.getDispatcherType()).thenReturn(type);
    included("", "/public", "/ping");
    assertEquals("/a/b", Targets.of(request).path());
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS, App.Example, 443, https://app.example",
    "http, app.example, 80, http://app.example",
    "http, app.example, 443, http://app.example:443",
    "https, app.example, 8443, https://app.example:8443",
    "https, ::1, 443, https://[::1]",
    "https, [::1], 8443, https://[::1]:8443",
  })
  void originIsSpeltAsBrowsersDo(String scheme, String host, int port, String origin) {
    when(request.getScheme()).thenReturn(scheme);
    when(request.getServerName()).thenReturn(host);
    when(request.getServerPort()).thenReturn(port);
    assertEquals(origin, Targets.of(request).origin());
  }

  private void included(String contextPath, String servletPath, String pathInfo) {
    when(request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI)).thenReturn("/some/uri");
    when(request.getAttribute(RequestDispatcher.INCLUDE_CONTEXT_PATH)).thenReturn(contextPath);
    when(request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH)).thenReturn(servletPath);
    when(request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO)).thenReturn(pathInfo);
  }
}
