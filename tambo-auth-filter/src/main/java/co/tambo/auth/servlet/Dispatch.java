package co.tambo.auth.servlet;

import co.tambo.auth.AccessMode;
import co.tambo.auth.AuthDecision;
import co.tambo.auth.AuthDecision.Admitted;
import co.tambo.auth.AuthDecision.ContainerLogin;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboTokenException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One dispatch of one request on its way through one filter. */
final class Dispatch {

  /** What becomes of the dispatch. */
  private sealed interface Outcome {}

  /** The handle is null where this dispatch was not decided. */
  private record Open(HttpServletRequest request, @Nullable TamboAuth auth) implements Outcome {}

  private record Shut(Refused refusal) implements Outcome {}

  private record Answered() implements Outcome {}

  private final TamboAuthenticator authenticator;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final DispatchAttributes attributes;

  Dispatch(
      TamboAuthenticator authenticator,
      String visitAttribute,
      HttpServletRequest request,
      HttpServletResponse response) {
    this.authenticator = authenticator;
    this.request = request;
    this.response = response;
    this.attributes = new DispatchAttributes(request, visitAttribute);
  }

  /** Decides, and then passes the request on or answers it. */
  void through(FilterChain chain) throws IOException, ServletException {
    Outcome outcome = outcome();
    if (outcome instanceof Open open) {
      pass(open, chain);
    } else if (outcome instanceof Shut shut) {
      refuse(shut.refusal());
    }
  }

  private Outcome outcome() {
    try {
      return is(DispatcherType.ERROR) ? shown() : decided();
    } catch (Throwable defect) {
      return new Shut(authenticator.defect(defect));
    }
  }

  /** An error page sees the verdict that there is; none is made for it. */
  private Outcome shown() {
    return new Open(attributes.auth().map(this::identified).orElse(request), null);
  }

  private Outcome decided() throws IOException {
    RequestTarget target = Targets.of(request);
    Visit visit = new Visit(authenticator, request.getDispatcherType(), target);
    attributes.remember();
    if (attributes.isWithin(visit)) {
      return new Open(request, null);
    }
    Outcome outcome = outcome(decision(target), target);
    if (outcome instanceof Open) {
      attributes.enter(visit);
    }
    return outcome;
  }

  private AuthDecision decision(RequestTarget target) {
    AuthRequest view = ServletAuthRequest.of(request, target);
    return ContainerCaller.isBeingAsked(request)
        ? authenticator.authenticate(view, AccessMode.PERMISSIVE)
        : authenticator.authenticate(view);
  }

  private Outcome outcome(AuthDecision decision, RequestTarget target) throws IOException {
    if (decision instanceof ContainerLogin login) {
      return afterLogin(login, target);
    }
    if (decision instanceof Admitted || !is(DispatcherType.INCLUDE)) {
      attributes.publish(decision.auth());
    }
    return decision instanceof Refused refused
        ? new Shut(refused)
        : new Open(identified(decision.auth()), decision.auth());
  }

  private Outcome afterLogin(ContainerLogin login, RequestTarget target) throws IOException {
    if (!is(DispatcherType.INCLUDE)) {
      attributes.publish(login.auth());
    }
    return switch (ContainerCaller.ask(request, response)) {
      case ANSWERED -> new Answered();
      case NONE -> outcome(login.otherwise(), target);
      case ESTABLISHED -> {
        AuthDecision decision = decision(target);
        yield outcome(decision instanceof ContainerLogin ? login.otherwise() : decision, target);
      }
    };
  }

  private HttpServletRequest identified(TamboAuth auth) {
    return TamboAuthenticatedRequest.of(request, auth, this::forget);
  }

  private void forget() {
    attributes.forget();
    AuthRequest view = ServletAuthRequest.of(request, Targets.of(request));
    attributes.publish(authenticator.authenticate(view, AccessMode.PERMISSIVE).auth());
  }

  private void pass(Open open, FilterChain chain) throws IOException, ServletException {
    try {
      chain.doFilter(open.request(), response);
    } catch (Throwable failure) {
      Optional<TamboTokenException> unanswered = Refusals.tokenFailure(failure);
      if (unanswered.isEmpty() || open.auth() == null || !isAnswerable()) {
        throw failure;
      }
      refuse(authenticator.refusal(open.auth(), unanswered.get()));
    } finally {
      attributes.leave();
    }
  }

  /** A dispatch within another one leaves its failure to the outer one. */
  private boolean isAnswerable() {
    return attributes.isOutermost()
        && !request.isAsyncStarted()
        && Refusals.isPossible(request, response);
  }

  private void refuse(Refused refused) throws IOException {
    Refusals.write(refused, request, response);
  }

  private boolean is(DispatcherType type) {
    return request.getDispatcherType() == type;
  }
}
