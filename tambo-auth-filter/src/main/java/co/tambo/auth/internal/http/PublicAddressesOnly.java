package co.tambo.auth.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Resolves a host, off the caller's thread, and sends only where all its addresses are public. */
@SuppressWarnings("FutureReturnValueIgnored") // what is chained here are actions
final class PublicAddressesOnly implements HttpFetch {

  /** The JVM's resolver. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final HttpFetch fetch;
  private final Resolver resolver;
  private final Calls calls = new Calls("tambo-auth-http-resolver");

  PublicAddressesOnly(HttpFetch fetch, Resolver resolver) {
    this.fetch = fetch;
    this.resolver = resolver;
  }

  @Override
  public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes) {
    String host = request.uri().getHost();
    return calls.start(
        host,
        deadline,
        outcome ->
            calls.execute(
                host,
                outcome,
                () -> {
                  checkAddresses(host);
                  if (!outcome.isDone()) {
                    pass(fetch.send(request, deadline, maxBytes), outcome);
                  }
                }));
  }

  private void checkAddresses(String host) throws UnknownHostException, BlockedAddressException {
    for (InetAddress address : resolver.resolve(host)) {
      if (!Addresses.isPublic(address)) {
        throw new BlockedAddressException();
      }
    }
  }

  private static void pass(CompletableFuture<Outcome> sent, CompletableFuture<Outcome> outcome) {
    outcome.whenComplete((ended, failure) -> sent.cancel(true));
    sent.thenAccept(outcome::complete);
  }

  @Override
  public void close() {
    calls.close();
    fetch.close();
  }
}
