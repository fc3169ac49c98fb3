package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboTokenException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a {@link TamboTokenException} that a resource let out. */
final class TokenExceptionMapper implements ExceptionMapper<TamboTokenException> {

  private final TamboAuthenticator authenticator;

  @Context private HttpServletRequest request;

  @SuppressWarnings("NullAway.Init") // the REST runtime injects
  TokenExceptionMapper(TamboAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public Response toResponse(TamboTokenException exception) {
    TamboAuth auth = TamboAuth.of(request::getAttribute);
    return RefusalResponse.of(authenticator.refusal(auth, exception));
  }
}
