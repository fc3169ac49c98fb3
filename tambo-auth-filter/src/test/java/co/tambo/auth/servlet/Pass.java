package co.tambo.auth.servlet;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.mockito.Answers;
import org.mockito.invocation.InvocationOnMock;

/** One dispatch of a request, of whose calls one may fail. */
final class Pass implements FilterChain {

  private final int failingCall;
  private final Throwable failure;
  private final StringBuilder answer = new StringBuilder();
  private int calls;
  private int callsBeforeTheChain = -1;

  private Pass(int failingCall, Throwable failure) {
    this.failingCall = failingCall;
    this.failure = failure;
  }

  /** Passes a request of which nothing fails. */
  static Pass good(TamboAuthenticator authenticator) throws IOException, ServletException {
    return failing(authenticator, 0, new AssertionError());
  }

  /** Passes a request of which one call, counted from 1, fails. */
  static Pass failing(TamboAuthenticator authenticator, int call, Throwable failure)
      throws IOException, ServletException {
    Pass pass = new Pass(call, failure);
    new Dispatch(authenticator, "visit", pass.request(), pass.response()).through(pass);
    return pass;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response) {
    callsBeforeTheChain = calls;
  }

  /** Returns how many calls were made of the request before the chain was opened, -1 if never. */
  int callsBeforeTheChain() {
    return callsBeforeTheChain;
  }

  /** Returns the status and the body; empty when there was no answer. */
  String answer() {
    return answer.toString();
  }

  private HttpServletRequest request() {
    return mock(HttpServletRequest.class, this::called);
  }

  private @Nullable Object called(InvocationOnMock call) throws Throwable {
    calls++;
    if (calls == failingCall) {
      throw failure;
    }
    return switch (call.getMethod().getName()) {
      case "getDispatcherType" -> DispatcherType.REQUEST;
      case "getMethod" -> "GET";
      case "getHeaders" -> Collections.emptyEnumeration();
      case "getSession" -> mock(HttpSession.class);
      default -> Answers.RETURNS_DEFAULTS.answer(call);
    };
  }

  private HttpServletResponse response() throws IOException {
    HttpServletResponse response = mock(HttpServletResponse.class);
    ServletOutputStream body = mock(ServletOutputStream.class);
    when(response.getOutputStream()).thenReturn(body);
    doAnswer(call -> answer.append(call.<Object>getArgument(0)).append(' '))
        .when(response)
        .setStatus(anyInt());
    doAnswer(call -> answer.append(text(call.getArgument(0)))).when(body).write(any(byte[].class));
    return response;
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
