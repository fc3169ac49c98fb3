package co.tambo.benchmarks;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.VerifyStage;
import co.tambo.auth.internal.verify.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** This project's verifiers. */
final class Ours {

  private Ours() {}

  static TamboAuthConfig config(DemoIssuer issuer) {
    Map<String, String> key =
        issuer.symmetric()
            ? Map.of(
                "tambo.verification",
                "secret",
                "tambo.secret",
                new String(issuer.secret(), StandardCharsets.UTF_8))
            : Map.of("tambo.verification", "public-key", "tambo.public-key", issuer.keySet());
    Map<String, String> settings = new java.util.HashMap<>(key);
    settings.put("tambo.issuer", DemoIssuer.ISSUER);
    settings.put("tambo.audience", DemoIssuer.AUDIENCE);
    settings.put("tambo.roles-claim", "/realm_access/roles");
    return TamboAuthConfig.of(settings);
  }

  static Verifier verifier(DemoIssuer issuer) {
    TokenVerifier verifier = VerifyStage.of(config(issuer));
    return token -> {
      if (verifier.verify(token) instanceof TokenVerifier.Accepted accepted) {
        return accepted;
      }
      throw new Verifier.RefusedException();
    };
  }

  static Verifier request(DemoIssuer issuer) {
    return new Requests(config(issuer));
  }

  /** Decides requests; what it remembers is forgotten by beginning anew. Not thread-safe. */
  private static final class Requests implements Verifier {

    private final TamboAuthConfig config;
    private TamboAuthenticator authenticator;

    Requests(TamboAuthConfig config) {
      this.config = config;
      this.authenticator = started();
    }

    private TamboAuthenticator started() {
      return TamboAuthenticator.of(config, TamboAuthListener.logging());
    }

    @Override
    public void forget() {
      authenticator.close();
      authenticator = started();
    }

    @Override
    public Object verify(String token) throws RefusedException {
      AuthDecision decision = authenticator.authenticate(new TokenRequest("Bearer " + token));
      if (decision instanceof AuthDecision.Admitted) {
        return decision;
      }
      throw new RefusedException();
    }
  }
}
