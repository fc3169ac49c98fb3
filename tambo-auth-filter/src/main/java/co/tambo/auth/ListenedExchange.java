package co.tambo.auth;

import co.tambo.auth.TamboAuthListener.Exchanged;
import co.tambo.auth.internal.config.ConfigWarning;
import co.tambo.auth.internal.config.Policy;
import co.tambo.auth.internal.exchange.ExchangeEvents;
import co.tambo.auth.internal.exchange.TokenExchange.Hint;
import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells the listener of calls to Tambo; a refusal that names a known limit is warned of again. */
final class ListenedExchange implements ExchangeEvents {

  private final TamboAuthListener listener;
  private final List<TamboAuthWarning> aboutIssuers;
  private final List<TamboAuthWarning> aboutAny;

  ListenedExchange(Policy policy, TamboAuthListener listener) {
    this.listener = listener;
    this.aboutIssuers =
        policy.warnings().stream()
            .filter(warning -> warning.code().equals(ConfigWarning.ISSUER_WITH_PATH.code()))
            .toList();
    this.aboutAny =
        policy.exchange().signingSecret() == null
            ? List.of()
            : List.of(ConfigWarning.SIGNED_TOKEN_REFUSED.about());
  }

  @Override
  public void exchanged(Duration took, int status, Outcome outcome, String reason) {
    Optional<AuthError> error =
        outcome instanceof Issued ? Optional.empty() : Optional.of(AskedOfTambo.error(outcome));
    listener.exchanged(new Exchanged(took, status, error, reason));
    if (outcome instanceof SubjectTokenRefused refused) {
      warnAgain(refused.hint());
    }
  }

  private void warnAgain(Hint hint) {
    aboutAny.forEach(listener::warned);
    switch (hint) {
      case NONE -> {}
      case ISSUER -> aboutIssuers.forEach(listener::warned);
      case SIZE -> listener.warned(ConfigWarning.TOKEN_TOO_LONG_FOR_TAMBO.about());
    }
  }

  @Override
  public void defect(Throwable defect) {
    listener.defect(defect);
  }
}
