package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Fetches an issuer's key set, once for each call. Thread-safe. */
@FunctionalInterface
public interface KeySetFetch {

  /**
   * Deadline of a fetch, discovery included. Shorter than the interval of forced fetches, so that
   * one of them never holds up the next.
   */
  Duration DEADLINE = Duration.ofSeconds(4);

  /** What came of a fetch. */
  sealed interface Outcome {}

  /**
   * A key set.
   *
   * @param keys those that can be used, at least one
   * @param problems why others cannot
   * @param maxAge how long the issuer lets it be kept, empty when it does not say
   */
  record Fetched(List<VerificationKey> keys, List<String> problems, Optional<Duration> maxAge)
      implements Outcome {
    /** Copies the lists. */
    public Fetched {
      keys = List.copyOf(keys);
      problems = List.copyOf(problems);
    }
  }

  /**
   * No key set.
   *
   * @param problem why, on one line
   */
  record Failed(String problem) implements Outcome {}

  /** Fetches; the future completes within {@link #DEADLINE}. */
  CompletableFuture<Outcome> fetch();

  /**
   * Returns fetches from a key set address.
   *
   * @throws IllegalArgumentException unless it is https, or http on loopback
   */
  static KeySetFetch at(URI jwksUrl, HttpFetch http, Set<JwsAlgorithm> allowed, TimeSource time) {
    DocumentFetch documents = new DocumentFetch(http);
    JwkSetFetch sets = new JwkSetFetch(documents, allowed, time);
    URI address = DocumentFetch.requireFetchable(jwksUrl);
    return () -> sets.from(address, DEADLINE);
  }

  /**
   * Returns fetches by OpenID Connect Discovery 1.0 section 4, from the first issuer that can be
   * asked.
   *
   * @throws IllegalArgumentException when none is https, or http on loopback
   */
  static KeySetFetch discovered(
      Collection<String> issuers, HttpFetch http, Set<JwsAlgorithm> allowed, TimeSource time) {
    DocumentFetch documents = new DocumentFetch(http);
    return new Discovery(
        Discovery.firstFetchable(issuers),
        documents,
        new JwkSetFetch(documents, allowed, time),
        time);
  }
}
