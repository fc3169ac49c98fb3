package co.tambo.auth.jaxrs;

import co.tambo.auth.AccessMode;
import co.tambo.auth.AuthDecision;
import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.ContainerLogin;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

/** Carries the decisions on one request out. */
final class RequestAccess {

  /**
   * The request property that holds a decision while it is put off: from the entry of a request
   * that an open method might match until that method's rule, or nothing, has matched.
   */
  static final String PENDING = "co.tambo.auth.jaxrs.pending";

  private static final String EL_NAME = "tamboAuth";

  private final TamboAuthenticator authenticator;
  private final ContainerRequestContext context;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final ServletAuthRequest view;

  RequestAccess(
      TamboAuthenticator authenticator,
      ContainerRequestContext context,
      HttpServletRequest request,
      HttpServletResponse response) {
    this.authenticator = authenticator;
    this.context = context;
    this.request = request;
    this.response = response;
    this.view = new ServletAuthRequest(request);
  }

  /** Decides a request that has not been matched. */
  void enter(OpenPaths openPaths) throws IOException {
    context.removeProperty(PENDING);
    AuthDecision decision = authenticator.authenticate(view);
    if (!(decision instanceof Admitted)
        && openPaths.mayMatch(request.getMethod(), context.getUriInfo())) {
      context.setProperty(PENDING, decision);
    } else {
      carryOut(decision, () -> authenticator.authenticate(view));
    }
  }

  /** Decides a request that has matched a method with this rule. */
  void enforce(MethodRule rule) throws IOException {
    if (authenticates(rule)) {
      TamboAuth auth = TamboAuth.of(request::getAttribute);
      if (!rule.allows(context.getSecurityContext())) {
        abort(authenticator.forbidden(auth));
      } else if (!rule.scopes().isEmpty()
          && authenticator.authorize(auth, Set.of(), rule.scopes()) instanceof Refused refused) {
        abort(refused);
      }
    }
  }

  private boolean authenticates(MethodRule rule) throws IOException {
    boolean pending = takePending();
    AccessMode access = rule.access();
    if (access != null) {
      return carryOut(() -> authenticator.authenticate(view, access));
    }
    return !pending || carryOut(() -> authenticator.authenticate(view));
  }

  /** Ends the putting off; the verdict stays for the decision that follows. */
  private boolean takePending() {
    if (context.getProperty(PENDING) instanceof AuthDecision pending) {
      context.removeProperty(PENDING);
      request.setAttribute(TamboAuth.ATTRIBUTE, pending.auth());
      return true;
    }
    return false;
  }

  private boolean carryOut(Supplier<AuthDecision> decide) throws IOException {
    return carryOut(decide.get(), decide);
  }

  private boolean carryOut(AuthDecision decision, Supplier<AuthDecision> again) throws IOException {
    if (decision instanceof ContainerLogin) {
      if (!containerEstablishesCaller() && containerHasAnswered()) {
        response.flushBuffer(); // else Jersey's sendError() would replace it
        context.abortWith(Response.status(response.getStatus()).build());
        return false;
      }
      return finish(again.get());
    }
    return finish(decision);
  }

  private boolean finish(AuthDecision decision) {
    if (decision instanceof Admitted admitted) {
      show(admitted.auth());
      return true;
    }
    abort(decision instanceof ContainerLogin login ? login.otherwise() : (Refused) decision);
    return false;
  }

  private boolean containerEstablishesCaller() throws IOException {
    try {
      return request.authenticate(response);
    } catch (ServletException e) {
      return false;
    }
  }

  private boolean containerHasAnswered() {
    return response.isCommitted()
        || response.getStatus() != HttpServletResponse.SC_OK
        || response.getContentType() != null;
  }

  private void abort(Refused refused) {
    context.abortWith(RefusalResponse.of(refused));
  }

  private void show(TamboAuth auth) {
    request.setAttribute(TamboAuth.ATTRIBUTE, auth);
    request.setAttribute(EL_NAME, auth);
    context.setProperty(TamboAuth.ATTRIBUTE, auth);
    context.setProperty(EL_NAME, auth);
    SecurityContext previous = context.getSecurityContext();
    if (view.containerPrincipal() == null) {
      context.setSecurityContext(new TamboSecurityContext(auth, previous.isSecure()));
    }
  }
}
