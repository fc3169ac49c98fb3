package co.tambo.auth.servlet;

import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.TamboTokenException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes refusals; never by {@code sendError}, which starts the application's error page. */
final class Refusals {

  private static final int MAX_CAUSES = 16;

  private Refusals() {}

  /** Returns whether an answer can still be given for the dispatch as a whole. */
  static boolean isPossible(HttpServletRequest request, HttpServletResponse response) {
    return !response.isCommitted() && request.getDispatcherType() != DispatcherType.INCLUDE;
  }

  /** Answers the request, or leaves the dispatch out where it can no longer be answered. */
  static void write(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isPossible(request, response)) {
      return;
    }
    response.resetBuffer();
    response.setStatus(refused.status());
    refused.headers().forEach(response::setHeader);
    byte[] body = refused.body().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      writeBody(body, response);
    }
  }

  private static void writeBody(byte[] body, HttpServletResponse response) throws IOException {
    try {
      response.getOutputStream().write(body);
    } catch (IllegalStateException writerInUse) {
      response.getWriter().write(new String(body, StandardCharsets.UTF_8));
    }
  }

  /** Returns the failure to get a Tambo token that an application's exception stands for. */
  static Optional<TamboTokenException> tokenFailure(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause instanceof TamboTokenException found) {
        return Optional.of(found);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
