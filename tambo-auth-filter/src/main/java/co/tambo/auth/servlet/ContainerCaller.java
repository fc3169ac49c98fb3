package co.tambo.auth.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What came of asking the container to authenticate a request. */
enum ContainerCaller {
  /** The container knows the caller now. */
  ESTABLISHED,
  /** The container has sent its challenge or its login page. */
  ANSWERED,
  /** The container has no way to log in here. */
  NONE;

  private static final String ASKED = ContainerCaller.class.getName();

  static ContainerCaller ask(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted() || request.getDispatcherType() == DispatcherType.INCLUDE) {
      return NONE;
    }
    request.setAttribute(ASKED, NONE);
    try {
      return request.authenticate(response) ? ESTABLISHED : unestablished(response);
    } catch (ServletException refusedWithoutAnswer) {
      return NONE;
    } finally {
      request.removeAttribute(ASKED);
    }
  }

  /** Returns whether the present dispatch is the container's, to its own login page. */
  static boolean isBeingAsked(HttpServletRequest request) {
    return request.getAttribute(ASKED) instanceof ContainerCaller;
  }

  /** Containers without a login of their own, such as a plain Jetty, say no and answer nothing. */
  private static ContainerCaller unestablished(HttpServletResponse response) {
    boolean untouched =
        !response.isCommitted()
            && response.getStatus() == HttpServletResponse.SC_OK
            && response.getContentType() == null;
    return untouched ? NONE : ANSWERED;
  }
}
