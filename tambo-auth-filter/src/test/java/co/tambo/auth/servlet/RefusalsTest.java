package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.TamboAuth;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class RefusalsTest {

  private static final String BODY = "{\"title\":\"Größe\"}";

  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final ServletOutputStream stream = mock(ServletOutputStream.class);

  @BeforeEach
  void openResponse() throws IOException {
    when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
    when(request.getMethod()).thenReturn("GET");
    when(response.getOutputStream()).thenReturn(stream);
  }

  @Test
  void answerIsWrittenWhole() throws IOException {
    write();
    verify(response).resetBuffer();
    verify(response).setStatus(401);
    verify(response).setHeader("Cache-Control", "no-store");
    verify(response).setContentLength(BODY.length() + 2);
    verify(stream).write(BODY.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void errorPageIsNotStarted() throws IOException {
    write();
    verify(response, never()).sendError(anyInt());
    verify(response, never()).sendError(anyInt(), any());
  }

  @Test
  void headHasTheLengthAndNoBody() throws IOException {
    when(request.getMethod()).thenReturn("HEAD");
    write();
    verify(response).setContentLength(BODY.length() + 2);
    verify(response, never()).getOutputStream();
  }

  @Test
  void committedResponseIsLeftAlone() throws IOException {
    when(response.isCommitted()).thenReturn(true);
    write();
    verifyUntouched();
  }

  @Test
  void includingPageIsLeftAlone() throws IOException {
    when(request.getDispatcherType()).thenReturn(DispatcherType.INCLUDE);
    write();
    verifyUntouched();
  }

  @Test
  void writerThatTheApplicationTookServesToo() throws IOException {
    StringWriter written = new StringWriter();
    when(response.getOutputStream()).thenThrow(new IllegalStateException("WRITER"));
    when(response.getWriter()).thenReturn(new PrintWriter(written));
    write();
    assertEquals(BODY, written.toString());
  }

  @Test
  void failuresThatCauseThemselvesEnd() {
    Exception first = new Exception();
    Exception second = new ServletException(first);
    first.initCause(second);
    assertTrue(Refusals.tokenFailure(first).isEmpty());
  }

  private void write() throws IOException {
    Refusals.write(
        new Refused(mock(TamboAuth.class), 401, Map.of("Cache-Control", "no-store"), BODY),
        request,
        response);
  }

  private void verifyUntouched() {
    verify(response, never()).setStatus(anyInt());
    verify(response, never()).setHeader(any(), any());
    Mockito.verifyNoInteractions(stream);
  }
}
