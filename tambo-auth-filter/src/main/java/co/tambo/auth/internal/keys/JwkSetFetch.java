package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.keys.DocumentFetch.Document;
import co.tambo.auth.internal.keys.DocumentFetch.NoDocument;
import co.tambo.auth.internal.keys.KeySetFetch.Failed;
import co.tambo.auth.internal.keys.KeySetFetch.Fetched;
import co.tambo.auth.internal.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Fetches a JWK set (RFC 7517 section 5) and admits its keys one by one. Thread-safe. */
final class JwkSetFetch {

  private final DocumentFetch documents;
  private final Set<JwsAlgorithm> allowed;
  private final TimeSource time;

  JwkSetFetch(DocumentFetch documents, Set<JwsAlgorithm> allowed, TimeSource time) {
    this.documents = documents;
    this.time = time;
    this.allowed = Set.copyOf(allowed);
  }

  CompletableFuture<KeySetFetch.Outcome> from(URI uri, Duration deadline) {
    return documents.get(uri, deadline).thenApply(outcome -> keys(uri, outcome));
  }

  private KeySetFetch.Outcome keys(URI uri, DocumentFetch.Outcome outcome) {
    if (outcome instanceof NoDocument none) {
      return new Failed(none.problem());
    }
    Document document = (Document) outcome;
    KeyMaterial.Admitted admitted = KeyMaterial.fromJwkSet(document.members(), allowed, time.now());
    if (admitted.keys().isEmpty()) {
      return new Failed(
          uri.toASCIIString() + ": no usable key. " + String.join(" ", admitted.problems()));
    }
    return new Fetched(
        admitted.keys(), admitted.problems(), CacheControl.maxAge(document.headers()));
  }
}
