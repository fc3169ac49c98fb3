package co.tambo.auth.jaxrs;

import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.testing.FakeIssuer;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the tests of one REST runtime share. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RestTest {

  private final RestRuntime runtime;
  private final FakeIssuer issuer = FakeIssuer.start();

  RestTest(RestRuntime runtime) {
    this.runtime = runtime;
  }

  @AfterAll
  void stopIssuer() {
    issuer.close();
  }

  RestServer server() {
    return new RestServer(runtime);
  }

  RestServer started(Class<? extends Application> application) throws Exception {
    return server().contextParams(tokens()).application(application).start();
  }

  /** Settings by which the issuer's tokens are accepted. */
  Map<String, String> tokens() {
    return Map.of(
        "tambo.issuer",
        issuer.issuer(),
        "tambo.audience",
        FakeIssuer.AUDIENCE,
        "tambo.roles-claim",
        "roles");
  }

  Map<String, String> tokensAnd(String key, String value) {
    Map<String, String> settings = new LinkedHashMap<>(tokens());
    settings.put(key, value);
    return settings;
  }

  FakeIssuer issuer() {
    return issuer;
  }

  static RawRequest get(String path) {
    return RawRequest.get("/app/api/" + path);
  }

  static RawRequest request(String method, String path) {
    return RawRequest.of(method, "/app/api/" + path);
  }

  RawRequest as(RawRequest request, Caller caller) {
    return caller.asks(request, issuer);
  }
}
