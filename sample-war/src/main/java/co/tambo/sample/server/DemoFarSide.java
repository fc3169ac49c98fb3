package co.tambo.sample.server;

import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import java.util.Map;
import org.eclipse.jetty.server.Handler;

/** Stand-ins on loopback: an issuer that signs a token for anybody, and a Tambo that trusts it. */
record DemoFarSide(FakeIssuer issuer, FakeTambo tambo) implements FarSide {

  static DemoFarSide start() {
    FakeIssuer issuer = FakeIssuer.start();
    return new DemoFarSide(issuer, FakeTambo.trusting(issuer));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "tambo.issuer",
        issuer.issuer(),
        "tambo.audience",
        FakeIssuer.AUDIENCE,
        "tambo.roles-claim",
        "roles",
        "tambo.api-key",
        tambo.apiKey(),
        "tambo.url",
        tambo.url(),
        "tambo.sample.demo",
        "true");
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public String logLevel() {
    return "WARNING";
  }

  @Override
  public Handler around(Handler application) {
    return new DemoTokenHandler(application, issuer);
  }

  @Override
  public String welcome(String base) {
    return """

        The tambo-auth sample is ready: %1$s/
        Demo: the issuer and Tambo are stand-ins inside this process. Ctrl-C stops it.

        Without a user token, 401:
          curl -i %1$s/servlet/me

        As alice, 200:
          curl -i -H "Authorization: Bearer $(curl -s -X POST '%1$s/demo/token?user=alice')" %1$s/servlet/me
        """
        .formatted(base);
  }
}
