package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an issuer answers under which path, and how often it was asked. Thread-safe. */
final class IssuerEndpoints {

  /** One address. */
  static final class Endpoint {

    private final Responder normal;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Responder responder;

    Endpoint(Responder normal) {
      this.normal = normal;
      this.responder = normal;
    }

    void answerWith(Responder other) {
      responder = other;
    }

    int requests() {
      return requests.get();
    }
  }

  private final Map<String, Endpoint> byPath;
  private final OpaqueIdentities identities;
  private final Endpoint discovery;
  private final Endpoint keySet;
  private final Endpoint userinfo;
  private final Endpoint introspection;
  private volatile Consumer<Map<String, @Nullable Object>> metadataChange = metadata -> {};

  IssuerEndpoints(FakeIssuer issuer, String base) {
    discovery = new Endpoint(request -> Answer.json(200, issuer.metadata()));
    keySet = new Endpoint(request -> Answer.json(200, issuer.keySet()));
    identities = new OpaqueIdentities(issuer);
    userinfo = new Endpoint(identities::userinfo);
    introspection = new Endpoint(identities::introspect);
    byPath =
        Map.of(
            base + "/.well-known/openid-configuration", discovery,
            base + "/jwks", keySet,
            base + "/userinfo", userinfo,
            base + "/introspect", introspection);
  }

  Endpoint discovery() {
    return discovery;
  }

  Endpoint keySet() {
    return keySet;
  }

  Endpoint userinfo() {
    return userinfo;
  }

  Endpoint introspection() {
    return introspection;
  }

  OpaqueIdentities identities() {
    return identities;
  }

  void count(ReceivedRequest request) {
    Endpoint endpoint = byPath.get(request.path());
    if (endpoint != null) {
      endpoint.requests.incrementAndGet();
    }
  }

  Answer answer(ReceivedRequest request) {
    Endpoint endpoint = byPath.get(request.path());
    return endpoint == null ? Answer.empty(404) : endpoint.responder.answer(request);
  }

  void answerNormally() {
    metadataChange = metadata -> {};
    byPath.values().forEach(endpoint -> endpoint.answerWith(endpoint.normal));
  }

  void changeMetadata(Consumer<Map<String, @Nullable Object>> change) {
    metadataChange = change;
  }

  String changed(Map<String, @Nullable Object> metadata) {
    metadataChange.accept(metadata);
    return Json.write(metadata);
  }
}
