package co.tambo.auth;

import co.tambo.auth.internal.Rejection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes one line an event; the only class that logs. */
final class LoggingListener implements TamboAuthListener {

  private final Logger log;
  private final Set<String> advised = ConcurrentHashMap.newKeySet();

  LoggingListener(Logger log) {
    this.log = log;
  }

  /** One logger is as good as another. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LoggingListener;
  }

  @Override
  public int hashCode() {
    return LoggingListener.class.hashCode();
  }

  @Override
  public void started(String policy) {
    log.log(Level.INFO, policy);
  }

  @Override
  public void warned(TamboAuthWarning warning) {
    log.log(Level.WARNING, warning.toString());
  }

  @Override
  public void decided(Decided event) {
    String advice = Rejection.advice(event.reason());
    boolean news = !advice.isEmpty() && advised.add(event.reason());
    Level level = news ? Level.WARNING : level(event);
    if (level != Level.OFF && log.isLoggable(level)) {
      log.log(level, line(event, advice));
    }
  }

  /**
   * What nobody has to act on is for those who look; an outage or a wrong set-up is for all. A kind
   * of token that is never right is a wrong set-up of the front end: said once, for anybody can
   * send one.
   */
  private static Level level(Decided event) {
    if (event.error().isEmpty()) {
      return event.status() == 0 ? Level.TRACE : Level.DEBUG;
    }
    return switch (event.error().get()) {
      case API_KEY_REFUSED, NOT_TAMBO, CREDENTIAL_UNUSABLE, TOKEN_NOT_OBTAINABLE -> Level.ERROR;
      case KEYS_UNAVAILABLE, EXCHANGE_UNAVAILABLE -> Level.WARNING;
      case DEFECT -> Level.OFF;
      default -> Level.DEBUG;
    };
  }

  private static String line(Decided event, String advice) {
    StringBuilder line = new StringBuilder("request ").append(event.state().status());
    append(line, " status=", event.status() == 0 ? "" : Integer.toString(event.status()));
    append(line, " code=", event.error().map(AuthError::code).orElse(""));
    append(line, " reason=", event.reason());
    append(line, advice.isEmpty() ? "" : ": ", advice);
    append(line, " issuer=", event.issuer());
    append(line, " kid=", event.kid());
    append(line, " token=", event.fingerprint());
    return line.toString();
  }

  private static void append(StringBuilder line, String label, String value) {
    if (!value.isEmpty()) {
      line.append(label).append(value);
    }
  }

  @Override
  public void exchanged(Exchanged event) {
    Level level = event.error().isEmpty() ? Level.DEBUG : Level.WARNING;
    if (log.isLoggable(level)) {
      StringBuilder line = new StringBuilder("exchange with Tambo");
      append(line, " status=", Integer.toString(event.status()));
      append(line, " code=", event.error().map(AuthError::code).orElse(""));
      append(line, " reason=", event.reason());
      append(line, " ms=", Long.toString(event.took().toMillis()));
      log.log(level, line.toString());
    }
  }

  @Override
  public void keysFetched(KeysFetched event) {
    Level level = event.problem().isEmpty() ? Level.DEBUG : Level.WARNING;
    if (log.isLoggable(level)) {
      StringBuilder line = new StringBuilder("keys of provider ").append(event.provider());
      append(line, " usable=", Integer.toString(event.usable()));
      append(line, " problem=", event.problem());
      log.log(level, line.toString());
    }
  }

  /** Leaves out the messages of exceptions: a library's may quote what it was given. */
  @Override
  public void defect(Throwable defect) {
    StringBuilder text = new StringBuilder(AuthError.DEFECT.code()).append(": request refused");
    for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
      text.append(System.lineSeparator()).append(cause.getClass().getName());
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append(System.lineSeparator()).append("\tat ").append(frame);
      }
    }
    log.log(Level.ERROR, text.toString());
  }
}
