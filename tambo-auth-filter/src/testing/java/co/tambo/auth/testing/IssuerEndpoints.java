package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<String, String> identities = new ConcurrentHashMap<>();
  private final Endpoint discovery;
  private final Endpoint keySet;
  private final Endpoint userinfo = new Endpoint(this::identify);
  private volatile Consumer<Map<String, @Nullable Object>> metadataChange = metadata -> {};

  IssuerEndpoints(FakeIssuer issuer, String base) {
    discovery = new Endpoint(request -> Answer.json(200, issuer.metadata()));
    keySet = new Endpoint(request -> Answer.json(200, issuer.keySet()));
    byPath =
        Map.of(
            base + "/.well-known/openid-configuration", discovery,
            base + "/jwks", keySet,
            base + "/userinfo", userinfo);
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

  void opaqueToken(String token, String claims) {
    identities.put("Bearer " + token, claims);
  }

  private Answer identify(ReceivedRequest request) {
    String claims = identities.get(request.header("Authorization").orElse(""));
    return claims == null ? Answer.empty(401) : Answer.json(200, claims);
  }
}
