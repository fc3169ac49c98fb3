package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeployedFiltersTest {

  private static final String TAMBO = "co.tambo.auth.servlet.TamboAuthFilter";
  private static final Map<String, String> KEY_A = Map.of("tambo.user-key", "header:X-A");
  private static final Map<String, String> KEY_B = Map.of("tambo.user-key", "header:X-B");

  private final ServletContext context = mock(ServletContext.class);
  private final Map<String, FilterRegistration> registrations = new LinkedHashMap<>();

  @Test
  void filterThatStartsLaterIsFollowed() {
    declare("late", TAMBO, KEY_A);
    assertEquals(List.of(TamboAuthConfig.of(KEY_A)), configs());
  }

  @Test
  void filtersThatDifferAreToldApart() {
    declare("a", TAMBO, KEY_A);
    declare("b", TAMBO, KEY_B);
    assertEquals(2, configs().size());
  }

  @Test
  void filtersThatAgreeAreOne() {
    declare("a", TAMBO, KEY_A);
    declare("b", TAMBO, KEY_A);
    assertEquals(1, configs().size());
  }

  @Test
  void otherFiltersDoNotCount() {
    declare("other", "com.example.Filter", KEY_A);
    assertEquals(List.of(), configs());
  }

  @Test
  void startedFilterIsFollowedWhateverItsInitParams() {
    declare("programmatic", TAMBO, Map.of());
    TamboAuthConfig config = TamboAuthConfig.of(KEY_B);
    try (TamboAuthenticator started = TamboAuthenticator.of(config, TamboAuthListener.NONE)) {
      when(context.getAttribute(TamboAuthenticator.DEPLOYED)).thenReturn(List.of(started));
      assertEquals(List.of(config), configs());
    }
  }

  private void declare(String name, String type, Map<String, String> params) {
    FilterRegistration filter = mock(FilterRegistration.class);
    when(filter.getName()).thenReturn(name);
    when(filter.getClassName()).thenReturn(type);
    when(filter.getInitParameters()).thenReturn(params);
    params.forEach((key, value) -> when(filter.getInitParameter(key)).thenReturn(value));
    registrations.put(name, filter);
  }

  private List<TamboAuthConfig> configs() {
    doReturn(registrations).when(context).getFilterRegistrations();
    when(context.getInitParameterNames()).thenAnswer(call -> Collections.emptyEnumeration());
    return DeployedFilters.configs(context);
  }
}
