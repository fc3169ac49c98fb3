package co.tambo.auth.internal.http;

import co.tambo.auth.internal.http.HttpFetch.Cause;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of failure apart, without the texts of exceptions: they quote the far side. */
final class Failures {

  private Failures() {}

  /**
   * Returns what a call failed with.
   *
   * @param headersRead whether the answer's headers had been read
   */
  static Failure of(Throwable thrown, String host, boolean headersRead) {
    Throwable failure = unwrapped(thrown);
    if (failure instanceof UnreadableAnswerException answer) {
      return new Failure(answer.kind(), host + ": " + answer.getMessage());
    }
    return new Failure(headersRead ? Cause.BROKEN : cause(failure), host + ": " + phrase(failure));
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CompletionException && cause != null ? cause : thrown;
  }

  private static Cause cause(Throwable failure) {
    if (failure instanceof BlockedAddressException) {
      return Cause.BLOCKED_ADDRESS;
    }
    if (isOfConnecting(failure)) {
      return Cause.CONNECT;
    }
    return failure instanceof IOException && !answerHadBegun(failure)
        ? Cause.NO_ANSWER
        : Cause.BROKEN;
  }

  private static boolean isOfConnecting(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof SSLException;
  }

  /** The JDK tells only in words that a connection ended between two bytes of the headers. */
  private static boolean answerHadBegun(Throwable failure) {
    String message = failure.getMessage();
    return failure instanceof ProtocolException
        || (message != null && message.startsWith("parsing HTTP/1.1"));
  }

  private static String phrase(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    @Nullable Throwable cause = failure.getCause();
    return cause == null ? name : name + " by " + cause.getClass().getSimpleName();
  }
}
