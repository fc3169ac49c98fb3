package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import co.tambo.auth.EstablishedCaller;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthWarning;
import co.tambo.auth.TamboAuthenticator;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A container that does not take the user. */
class CallerAuthContextTest {

  private final List<String> warned = new ArrayList<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, Object> map = new HashMap<>();
  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final MessageInfo message = mock(MessageInfo.class);
  private final ContainerIdentity identity = ContainerIdentity.in(mock(ServletContext.class));

  @BeforeEach
  void receive() throws IOException {
    TamboAuthListener listener =
        new TamboAuthListener() {
          @Override
          public void warned(TamboAuthWarning warning) {
            warned.add(warning.code());
          }
        };
    TamboAuthConfig config = TamboAuthConfig.of(Map.of("tambo.user-key", "value:alice"));
    identity.join("tambo", FilterCoverage.EVERYTHING, TamboAuthenticator.of(config, listener));
    warned.clear();
    when(request.getServletPath()).thenReturn("/a");
    when(request.getMethod()).thenReturn("GET");
    when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
    when(request.getAttribute(any())).thenAnswer(call -> attributes.get(call.getArgument(0)));
    doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
        .when(request)
        .setAttribute(any(), any());
    when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));
    when(message.getMap()).thenReturn(map);
    when(message.getRequestMessage()).thenReturn(request);
    when(message.getResponseMessage()).thenReturn(response);
  }

  private AuthStatus validate(CallbackHandler handler) throws AuthException {
    return new CallerAuthContext(identity, handler).validateRequest(message, new Subject(), null);
  }

  private static CallbackHandler refusing(Exception failure) {
    return callbacks -> {
      if (((CallerPrincipalCallback) callbacks[0]).getPrincipal() != null) {
        if (failure instanceof RuntimeException e) {
          throw e;
        }
        throw (IOException) failure;
      }
    };
  }

  @Test
  void requestGoesOnAsNobodysAndTheVerdictStays() throws Exception {
    assertEquals(AuthStatus.SUCCESS, validate(refusing(new IOException("x"))));
    assertEquals("alice", TamboAuth.of(attributes::get).getName());
    Principal alice = () -> "alice";
    assertEquals(alice, EstablishedCaller.foreign(alice, attributes::get));
    assertNull(map.get("jakarta.servlet.http.authType"));
  }

  @Test
  void refusalIsWarnedOfOnce() throws Exception {
    validate(refusing(new IllegalStateException("x")));
    validate(refusing(new IllegalStateException("x")));
    assertEquals(List.of("TAMBO-943"), warned);
  }

  @Test
  void constraintOfTheContainerStaysShut() throws Exception {
    map.put("jakarta.security.auth.message.MessagePolicy.isMandatory", "true");
    assertEquals(AuthStatus.SEND_CONTINUE, validate(refusing(new IOException("x"))));
    verify(response).setStatus(503);
  }

  @Test
  void containerThatTakesNobodyAtAllAnswersItself() {
    CallbackHandler none =
        callbacks -> {
          throw new IOException("x");
        };
    assertThrows(AuthException.class, () -> validate(none));
    verify(response, never()).setStatus(anyInt());
  }

  @Test
  void callerThatTheContainerShowsByNameOnlyIsOurs() throws Exception {
    validate(callbacks -> {});
    assertNull(EstablishedCaller.foreign(() -> "alice", attributes::get));
    Principal bob = () -> "bob";
    assertEquals(bob, EstablishedCaller.foreign(bob, attributes::get));
  }

  @Test
  void nothingIsLeftOfTheSubjectAfterALogout() throws Exception {
    CallerAuthContext login = new CallerAuthContext(identity, callbacks -> {});
    Subject subject = new Subject();
    subject.getPrincipals().add(() -> "alice");
    login.validateRequest(message, subject, null);
    login.cleanSubject(message, subject);
    assertEquals(0, subject.getPrincipals().size());
    Principal alice = () -> "alice";
    assertEquals(alice, EstablishedCaller.foreign(alice, attributes::get));
  }
}
