package co.tambo.benchmarks;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.VerifyStage;
import co.tambo.auth.internal.verify.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** This project's verifiers. */
final class Ours {

  private Ours() {}

  static TamboAuthConfig config(DemoIssuer issuer) {
    return TamboAuthConfig.of(settings(issuer));
  }

  static Map<String, String> settings(DemoIssuer issuer) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.issuer", DemoIssuer.ISSUER);
    settings.put("tambo.audience", DemoIssuer.AUDIENCE);
    settings.put("tambo.roles-claim", "/realm_access/roles");
    if (issuer.symmetric()) {
      settings.put("tambo.verification", "secret");
      settings.put("tambo.secret", new String(issuer.secret(), StandardCharsets.UTF_8));
    } else {
      settings.put("tambo.verification", "public-key");
      settings.put("tambo.public-key", issuer.keySet());
    }
    return settings;
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
