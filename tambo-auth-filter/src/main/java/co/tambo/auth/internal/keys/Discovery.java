package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.LogText;
import co.tambo.auth.internal.http.HttpsOrLoopback;
import co.tambo.auth.internal.keys.DocumentFetch.Document;
import co.tambo.auth.internal.keys.DocumentFetch.NoDocument;
import co.tambo.auth.internal.time.TimeSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds an issuer's key set by OpenID Connect Discovery 1.0 section 4, anew for every fetch: an
 * issuer may move its keys. Thread-safe.
 */
final class Discovery implements KeySetFetch {

  private static final String PATH = "/.well-known/openid-configuration";

  private final String issuer;
  private final URI address;
  private final DocumentFetch documents;
  private final JwkSetFetch sets;
  private final TimeSource time;

  Discovery(String issuer, DocumentFetch documents, JwkSetFetch sets, TimeSource time) {
    this.issuer = issuer;
    this.address = address(issuer);
    this.documents = documents;
    this.sets = sets;
    this.time = time;
  }

  static String firstFetchable(Collection<String> issuers) {
    return issuers.stream()
        .filter(Discovery::isFetchable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no issuer among " + issuers + " is https: discovery cannot find its keys"));
  }

  private static boolean isFetchable(String issuer) {
    URI uri = accepted(issuer);
    return uri != null && uri.getRawQuery() == null;
  }

  static URI address(String issuer) {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return URI.create(base + PATH);
  }

  @Override
  public CompletableFuture<Outcome> fetch() {
    long started = time.nanos();
    return documents.get(address, DEADLINE).thenCompose(outcome -> keys(outcome, started));
  }

  private CompletableFuture<Outcome> keys(DocumentFetch.Outcome outcome, long started) {
    if (outcome instanceof NoDocument none) {
      return failed(none.problem());
    }
    Document document = (Document) outcome;
    if (!issuer.equals(document.members().get("issuer"))) {
      return failed(otherIssuer(document.members().get("issuer")));
    }
    if (!(document.members().get("jwks_uri") instanceof String jwksUri)) {
      return failed(address + ": has no jwks_uri");
    }
    URI keys = accepted(jwksUri);
    if (keys == null) {
      return failed(address + ": its jwks_uri is not https: '" + LogText.safe(jwksUri) + "'");
    }
    return sets.from(keys, remaining(started));
  }

  private Duration remaining(long started) {
    return DEADLINE.minusNanos(time.nanos() - started);
  }

  private String otherIssuer(@Nullable Object other) {
    String said = other instanceof String text ? "'" + LogText.safe(text) + "'" : "no text";
    String problem = address + ": its issuer is " + said + ", configured is '" + issuer + "'";
    boolean slash = (issuer + "/").equals(other) || issuer.equals(other + "/");
    return slash ? problem + "; they differ in the trailing slash" : problem;
  }

  private static CompletableFuture<Outcome> failed(String problem) {
    return CompletableFuture.completedFuture(new Failed(problem));
  }

  private static @Nullable URI accepted(String text) {
    try {
      URI uri = new URI(text);
      return HttpsOrLoopback.accepts(uri) ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
