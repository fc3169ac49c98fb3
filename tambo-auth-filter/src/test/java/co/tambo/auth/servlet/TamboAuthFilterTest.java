package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.parts.Attack;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TamboAuthFilterTest {

  private static final Map<String, String> GOOD = Map.of("tambo.user-key", "value:developer");

  private final ServletContext context = mock(ServletContext.class);
  private final Map<String, String> contextParams = new HashMap<>();
  private final Map<String, Object> contextAttributes = new HashMap<>();
  private final FilterChain chain = mock(FilterChain.class);

  @BeforeEach
  void emptyContext() {
    when(context.getInitParameterNames())
        .thenAnswer(call -> Collections.enumeration(contextParams.keySet()));
    when(context.getInitParameter(any()))
        .thenAnswer(call -> contextParams.get(call.<String>getArgument(0)));
    when(context.getAttribute(any()))
        .thenAnswer(call -> contextAttributes.get(call.<String>getArgument(0)));
    doAnswer(call -> contextAttributes.put(call.getArgument(0), call.getArgument(1)))
        .when(context)
        .setAttribute(any(), any());
  }

  @Test
  @Attack({"L01", "L02"})
  void wrongConfigurationStopsTheDeploymentAndNamesEverything() {
    FilterConfig wrong = config("strict", Map.of("tambo.audiance", "x", "tambo.access", "maybe"));
    ServletException stopped =
        assertThrows(ServletException.class, () -> new TamboAuthFilter().init(wrong));
    String message = String.valueOf(stopped.getMessage());
    assertInstanceOf(TamboConfigException.class, stopped.getCause());
    assertTrue(message.contains("tambo.audiance"), message);
    assertTrue(message.contains("tambo.access"), message);
    assertTrue(message.contains("filter init-param (strict)"), message);
  }

  @Test
  void wrongContextParamSaysWhereItIs() {
    contextParams.putAll(Map.of("tambo.access", "maybe"));
    ServletException stopped =
        assertThrows(
            ServletException.class, () -> new TamboAuthFilter().init(config("tambo", GOOD)));
    assertTrue(String.valueOf(stopped.getMessage()).contains("context-param"));
  }

  @Test
  void initParamComesBeforeContextParam() throws ServletException {
    contextParams.putAll(Map.of("tambo.access", "maybe", "unrelated", "x"));
    new TamboAuthFilter().init(config("tambo", Map.of("tambo.access", "optional")));
    assertEquals(1, DeployedFilters.in(context).size());
  }

  @Test
  void givenConfigurationIsTheWholeConfiguration() throws ServletException {
    contextParams.putAll(Map.of("tambo.access", "maybe"));
    TamboAuthConfig given = TamboAuthConfig.of(GOOD);
    new TamboAuthFilter(given, TamboAuthListener.NONE).init(config("tambo", Map.of()));
    assertEquals(given, DeployedFilters.in(context).get(0).config());
  }

  @Test
  @Attack("L01")
  void filterBeforeItsInitOpensNothing() {
    TamboAuthFilter filter = new TamboAuthFilter();
    HttpServletRequest request = mock(HttpServletRequest.class);
    HttpServletResponse response = mock(HttpServletResponse.class);
    assertThrows(ServletException.class, () -> filter.doFilter(request, response, chain));
    verifyNoInteractions(chain);
  }

  @Test
  void requestThatIsNotHttpIsNotLetThrough() throws ServletException {
    TamboAuthFilter filter = new TamboAuthFilter();
    filter.init(config("tambo", GOOD));
    ServletRequest request = mock(ServletRequest.class);
    ServletResponse response = mock(ServletResponse.class);
    assertThrows(ServletException.class, () -> filter.doFilter(request, response, chain));
    verifyNoInteractions(chain);
  }

  @Test
  void deployedFiltersAreListedUntilTheyAreDestroyed() throws ServletException {
    TamboAuthFilter first = new TamboAuthFilter();
    TamboAuthFilter second = new TamboAuthFilter();
    first.init(config("first", GOOD));
    second.init(config("second", GOOD));
    List<TamboAuthenticator> both = DeployedFilters.in(context);
    assertEquals(2, both.size());
    first.destroy();
    assertEquals(both.subList(1, 2), DeployedFilters.in(context));
    second.destroy();
    assertEquals(List.of(), DeployedFilters.in(context));
  }

  @Test
  @Attack("L04")
  void destroyClosesTheAuthenticator() throws ServletException {
    TamboAuthFilter filter = new TamboAuthFilter();
    filter.init(config("tambo", GOOD));
    TamboAuthenticator authenticator = DeployedFilters.in(context).get(0);
    AuthRequest request =
        ServletAuthRequest.of(
            mock(
                HttpServletRequest.class,
                call -> "getMethod".equals(call.getMethod().getName()) ? "GET" : null),
            new RequestTarget("http://a", "/", "", "/", null));
    assertInstanceOf(Admitted.class, authenticator.authenticate(request));
    filter.destroy();
    Refused refused = assertInstanceOf(Refused.class, authenticator.authenticate(request));
    assertEquals(503, refused.status());
  }

  @Test
  void filterThatNeverStartedCanBeDestroyed() {
    new TamboAuthFilter().destroy();
    verify(context, never()).setAttribute(any(), any());
  }

  private FilterConfig config(String name, Map<String, String> params) {
    FilterConfig config = mock(FilterConfig.class);
    when(config.getFilterName()).thenReturn(name);
    when(config.getServletContext()).thenReturn(context);
    when(config.getInitParameterNames())
        .thenAnswer(call -> Collections.enumeration(params.keySet()));
    when(config.getInitParameter(any()))
        .thenAnswer(call -> params.get(call.<String>getArgument(0)));
    return config;
  }
}
