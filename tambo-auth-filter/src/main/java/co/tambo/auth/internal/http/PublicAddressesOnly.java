package co.tambo.auth.internal.http;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Resolves a host once a call, off the caller's thread, and connects to the addresses that it has
 * checked: the JDK's client would resolve anew to connect, and might be told another address.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is chained here are actions
final class PublicAddressesOnly implements HttpFetch {

  /** The JVM's resolver. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final HttpFetch byProxy;
  private final Resolver resolver;
  private final Predicate<InetAddress> allowed;
  private final DirectExchange direct = new DirectExchange(ServerTrust.context());
  private final Calls calls = new Calls("tambo-auth-http-public");

  PublicAddressesOnly(HttpFetch byProxy, Resolver resolver, Predicate<InetAddress> allowed) {
    this.byProxy = byProxy;
    this.resolver = resolver;
    this.allowed = allowed;
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
                  InetAddress[] addresses = checkedAddresses(host);
                  if (outcome.isDone()) {
                    return;
                  }
                  if (goesByProxy(request.uri())) {
                    pass(byProxy.send(request, deadline, maxBytes), outcome);
                  } else {
                    outcome.complete(direct.send(request, maxBytes, addresses, outcome));
                  }
                }));
  }

  private InetAddress[] checkedAddresses(String host)
      throws UnknownHostException, BlockedAddressException {
    InetAddress[] addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      if (!allowed.test(address)) {
        throw new BlockedAddressException();
      }
    }
    return addresses;
  }

  /** As the JDK's client decides: it knows HTTP proxies, and takes the first that is named. */
  private static boolean goesByProxy(URI uri) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector != null
        && selector.select(uri).stream()
            .limit(1)
            .anyMatch(proxy -> proxy.type() == Proxy.Type.HTTP);
  }

  private static void pass(CompletableFuture<Outcome> sent, CompletableFuture<Outcome> outcome) {
    outcome.whenComplete((ended, failure) -> sent.cancel(true));
    sent.thenAccept(outcome::complete);
  }

  @Override
  public void close() {
    calls.close();
    byProxy.close();
  }
}
