package co.tambo.auth.servlet;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class UpgradeGuardTest {

  private final ServletContext context = mock(ServletContext.class);
  private final FilterRegistration.Dynamic guard = mock(FilterRegistration.Dynamic.class);

  private void start(String server) {
    FilterRegistration declared = mock(FilterRegistration.class);
    when(declared.getName()).thenReturn("tambo");
    when(declared.getClassName()).thenReturn(TamboAuthFilter.class.getName());
    when(declared.getUrlPatternMappings()).thenReturn(List.of("/app/*"));
    when(declared.getInitParameters()).thenReturn(Map.of("tambo.access", "optional"));
    when(context.getServerInfo()).thenReturn(server);
    doReturn(Map.of("tambo", declared)).when(context).getFilterRegistrations();
    when(context.addFilter(anyString(), any(Filter.class))).thenReturn(guard);
    new UpgradeGuardListener().contextInitialized(new ServletContextEvent(context));
  }

  @Test
  void declaredFilterGuardsUpgradesBeforeJettysOwn() {
    start("jetty/12.1.12");
    verify(context).addFilter(eq("tambo (upgrade)"), isA(UpgradeGuard.class));
    verify(guard).setInitParameters(Map.of("tambo.access", "optional"));
    verify(guard).addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/app/*");
  }

  @Test
  void otherServersNeedNoGuard() {
    start("Apache Tomcat/11.0.24");
    verify(context, never()).addFilter(anyString(), any(Filter.class));
  }

  @Test
  void requestsThatUpgradeNothingPass() throws Exception {
    HttpServletRequest request = mock(HttpServletRequest.class);
    HttpServletResponse response = mock(HttpServletResponse.class);
    FilterChain chain = mock(FilterChain.class);
    new UpgradeGuard().doFilter(request, response, chain);
    verify(chain).doFilter(request, response);
  }

  @Test
  void upgradesAreForTheFilterToDecide() {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getHeader("Upgrade")).thenReturn("websocket");
    Assertions.assertThrows(
        ServletException.class, // the filter that has not started says so
        () ->
            new UpgradeGuard()
                .doFilter(request, mock(HttpServletResponse.class), mock(FilterChain.class)));
  }
}
