package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartedContextsTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final ServletContext context = context();

  private static ServletContext context() {
    ServletContext context = mock(ServletContext.class);
    when(context.getClassLoader()).thenReturn(new URLClassLoader(new URL[0]));
    return context;
  }

  @BeforeEach
  void start() {
    StartedContexts.add(context);
    Thread.currentThread().setContextClassLoader(context.getClassLoader());
  }

  @AfterEach
  void stop() {
    Thread.currentThread().setContextClassLoader(before);
    StartedContexts.remove(context);
  }

  @Test
  void applicationIsKnownByItsClassLoader() {
    assertEquals(Optional.of(context), StartedContexts.current());
  }

  @Test
  void anotherApplicationIsNotTakenForIt() {
    Thread.currentThread().setContextClassLoader(context().getClassLoader());
    assertEquals(Optional.empty(), StartedContexts.current());
  }

  @Test
  void stoppedApplicationIsForgotten() {
    StartedContexts.remove(context);
    assertEquals(Optional.empty(), StartedContexts.current());
  }
}
