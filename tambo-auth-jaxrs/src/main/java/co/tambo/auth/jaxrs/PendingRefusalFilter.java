package co.tambo.auth.jaxrs;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.AuthDecision.ContainerLogin;
import co.tambo.auth.AuthDecision.Refused;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;

/**
 * Replaces what the REST runtime or a locator answered to a request whose refusal was put off and
 * that matched no method: 404, 405, an automatic OPTIONS.
 */
@Priority(Priorities.AUTHENTICATION)
final class PendingRefusalFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(RequestAccess.PENDING) instanceof AuthDecision pending) {
      request.removeProperty(RequestAccess.PENDING);
      if (pending instanceof ContainerLogin login) {
        replace(response, login.otherwise());
      } else if (pending instanceof Refused refused) {
        replace(response, refused);
      }
    }
  }

  private static void replace(ContainerResponseContext response, Refused refused) {
    Response refusal = RefusalResponse.of(refused);
    response.getHeaders().clear();
    response.setStatus(refusal.getStatus());
    response.setEntity(refusal.getEntity(), new Annotation[0], refusal.getMediaType());
    refused.headers().forEach(response.getHeaders()::putSingle);
  }
}
