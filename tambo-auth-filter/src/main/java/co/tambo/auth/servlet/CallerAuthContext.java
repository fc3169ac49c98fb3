package co.tambo.auth.servlet;

import co.tambo.auth.AccessMode;
import co.tambo.auth.AuthDecision;
import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.AuthRequest;
import co.tambo.auth.EstablishedCaller;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboPrincipal;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the user of a request the container's caller, before any filter runs. Refuses only where
 * the container's own constraint demands a user; every other request goes on to the filter, which
 * has the verdict and decides.
 */
final class CallerAuthContext implements ServerAuthContext {

  private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";
  private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

  private final ContainerIdentity identity;
  private final CallbackHandler handler;

  CallerAuthContext(ContainerIdentity identity, CallbackHandler handler) {
    this.identity = identity;
    this.handler = handler;
  }

  @Override
  public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
      throws AuthException {
    HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
    Optional<TamboAuthenticator> authenticator = identity.authenticator(request);
    if (authenticator.isPresent()) {
      return validate(authenticator.get(), message, client);
    }
    if (isMandatory(message)) {
      throw new AuthException("no TamboAuthFilter with tambo.container-login is mapped here");
    }
    establish(null, client);
    return AuthStatus.SUCCESS;
  }

  private AuthStatus validate(TamboAuthenticator authenticator, MessageInfo message, Subject client)
      throws AuthException {
    HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
    AuthDecision decision = decision(authenticator, request, isMandatory(message));
    DispatchAttributes.publish(decision.auth(), request);
    if (decision instanceof Refused refused) {
      return refuse(refused, message);
    }
    TamboPrincipal user = established(decision.auth(), authenticator, client);
    EstablishedCaller.note(user, request::setAttribute);
    if (user != null) {
      message.getMap().put(AUTH_TYPE, TamboAuthenticatedRequest.authType(user));
    }
    return user == null && isMandatory(message)
        ? refuse(authenticator.defect(new AuthException("the container takes no caller")), message)
        : AuthStatus.SUCCESS;
  }

  private static AuthDecision decision(
      TamboAuthenticator authenticator, HttpServletRequest request, boolean mandatory) {
    AuthRequest view = ServletAuthRequest.of(request, Targets.of(request));
    TamboAuth auth = authenticator.identify(view);
    return mandatory && !auth.isIdentified()
        ? authenticator.authenticate(view, AccessMode.REQUIRED)
        : new Admitted(auth);
  }

  private static boolean isMandatory(MessageInfo message) {
    return Boolean.parseBoolean(String.valueOf(message.getMap().get(MANDATORY)));
  }

  private static AuthStatus refuse(Refused refused, MessageInfo message) throws AuthException {
    HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
    try {
      Refusals.write(refused, (HttpServletRequest) message.getRequestMessage(), response);
      response.flushBuffer(); // else WildFly puts a page of its own in its place
      return AuthStatus.SEND_CONTINUE;
    } catch (IOException e) {
      throw failure("the answer cannot be written", e);
    }
  }

  /** Returns whom the container has taken as its caller; null for nobody. */
  private @Nullable TamboPrincipal established(
      TamboAuth auth, TamboAuthenticator authenticator, Subject client) throws AuthException {
    TamboPrincipal user = auth.principal().orElse(null);
    try {
      establish(user, client);
      return user;
    } catch (AuthException | RuntimeException refused) {
      Throwable cause = refused.getCause();
      identity.refused(cause == null ? refused : cause, authenticator);
      establish(null, client);
      return null;
    }
  }

  private void establish(@Nullable TamboPrincipal user, Subject client) throws AuthException {
    try {
      handler.handle(callbacks(user, client));
    } catch (IOException | UnsupportedCallbackException e) {
      throw failure("the container takes no caller", e);
    }
  }

  private static Callback[] callbacks(@Nullable TamboPrincipal user, Subject client) {
    if (user == null) {
      return new Callback[] {new CallerPrincipalCallback(client, (Principal) null)};
    }
    String[] groups = user.roles().toArray(String[]::new);
    return new Callback[] {
      new CallerPrincipalCallback(client, user), new GroupPrincipalCallback(client, groups)
    };
  }

  private static AuthException failure(String message, Exception cause) {
    AuthException failure = new AuthException(message);
    failure.initCause(cause);
    return failure;
  }

  @Override
  public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
    return AuthStatus.SEND_SUCCESS;
  }

  @Override
  public void cleanSubject(MessageInfo message, @Nullable Subject client) {
    if (client != null && !client.isReadOnly()) {
      client.getPrincipals().clear();
    }
    HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
    EstablishedCaller.note(null, request::setAttribute);
  }
}
