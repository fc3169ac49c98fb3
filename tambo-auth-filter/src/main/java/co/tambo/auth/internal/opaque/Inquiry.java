package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.opaque.Finding.Denied;
import co.tambo.auth.internal.opaque.Finding.Stated;
import co.tambo.auth.internal.opaque.Finding.Unheard;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.internal.verify.TokenVerifier.Unavailable;
import co.tambo.auth.internal.verify.TokenVerifier.Verdict;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Asks a provider about a token: first whether it is good here, then who the user is. */
final class Inquiry {

  private final String issuer;
  private final Question check;
  private final Question userinfo;
  private final Identification identification;
  private final TimeSource time;

  /**
   * Creates an inquiry.
   *
   * @param issuer what the log calls the provider
   */
  Inquiry(
      String issuer,
      Question check,
      Question userinfo,
      Identification identification,
      TimeSource time) {
    this.issuer = issuer;
    this.check = check;
    this.userinfo = userinfo;
    this.identification = identification;
    this.time = time;
  }

  String issuer() {
    return issuer;
  }

  /** Returns the verdict, by the deadline. */
  CompletableFuture<Verdict> about(String token, Deadline deadline) {
    Instant askedAt = time.now();
    return check
        .ask(token, deadline)
        .thenCompose(
            found ->
                found instanceof Stated stated
                    ? userinfo
                        .ask(token, deadline)
                        .thenApply(user -> verdict(stated, user, askedAt))
                    : CompletableFuture.completedFuture(verdict(found)));
  }

  private Verdict verdict(Stated check, Finding user, Instant askedAt) {
    try {
      return user instanceof Stated stated
          ? identification.accepted(check, stated, askedAt)
          : verdict(user);
    } catch (TokenRejectedException e) {
      return verdict(new Denied(e.rejection()));
    }
  }

  private Verdict verdict(Finding found) {
    if (found instanceof Denied denied) {
      return new Refused(denied.rejection(), issuer, "");
    }
    Unheard unheard = (Unheard) found;
    return new Unavailable(issuer, unheard.retryAfter(), unheard.reason());
  }
}
