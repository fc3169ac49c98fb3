package co.tambo.auth.jaxrs;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import co.tambo.auth.TamboAuthListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import org.junit.jupiter.api.Test;

class UndiscoveredFeatureTest {

  private static final String TOMEE = "Apache Tomcat (TomEE)/9.0.82 (9.0.0)";

  private final TamboAuthListener listener = mock(TamboAuthListener.class);
  private final UndiscoveredFeature undiscovered = new UndiscoveredFeature(listener);
  private final ServletContext context = mock(ServletContext.class);

  private void request(String server) {
    when(context.getServerInfo()).thenReturn(server);
    undiscovered.requestInitialized(new ServletRequestEvent(context, mock(ServletRequest.class)));
  }

  @Test
  void featureThatTomEeHasNotFoundIsWarnedOfOnce() {
    request(TOMEE);
    request(TOMEE);
    verify(listener, times(1)).warned(argThat(warning -> warning.code().equals("TAMBO-962")));
  }

  @Test
  void featureThatWasConfiguredIsNot() {
    when(context.getAttribute("co.tambo.auth.jaxrs.configured")).thenReturn(true);
    request(TOMEE);
    verify(listener, never()).warned(any());
  }

  @Test
  void otherServersMayStartRestApplicationsLater() {
    request("Apache Tomcat/11.0.24");
    verify(listener, never()).warned(any());
  }
}
