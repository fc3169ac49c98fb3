package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthenticator;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/**
 * Decides requests before they are matched, so that without a credential nobody learns which
 * resources there are.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class AccessFilter implements ContainerRequestFilter {

  private final TamboAuthenticator authenticator;
  private final OpenPaths openPaths;

  // Proxies that lead to the request of the calling thread.
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  @SuppressWarnings("NullAway.Init") // the REST runtime injects
  AccessFilter(TamboAuthenticator authenticator, OpenPaths openPaths) {
    this.authenticator = authenticator;
    this.openPaths = openPaths;
  }

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    guarded(context, access -> access.enter(openPaths));
  }

  /** Decides a request that has matched a method with this rule. */
  void enforce(MethodRule rule, ContainerRequestContext context) throws IOException {
    guarded(context, access -> access.enforce(rule));
  }

  /** Nothing but a decision lets a request go on. */
  private void guarded(ContainerRequestContext context, Step step) throws IOException {
    try {
      step.take(new RequestAccess(authenticator, context, request, response));
    } catch (RuntimeException defect) {
      context.abortWith(RefusalResponse.of(authenticator.defect(defect)));
    }
  }

  private interface Step {
    void take(RequestAccess access) throws IOException;
  }
}
