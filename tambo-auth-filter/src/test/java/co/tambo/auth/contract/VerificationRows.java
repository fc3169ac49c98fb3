package co.tambo.auth.contract;

import static co.tambo.auth.contract.Configuration.PUBLIC_KEY;
import static co.tambo.auth.contract.Configuration.SECRET;
import static co.tambo.auth.contract.Configuration.TOKENS;
import static co.tambo.auth.contract.Configuration.TWO_ISSUERS;
import static co.tambo.auth.contract.Configuration.UNSIGNED;
import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.json;
import static co.tambo.auth.contract.Expectation.refused;
import static co.tambo.auth.contract.RawRequest.get;

import co.tambo.auth.AuthError;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.testing.TokenBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The ways to verify a token, and the claims that make a well signed one unacceptable. */
final class VerificationRows {

  private final World world;

  VerificationRows(World world) {
    this.world = world;
  }

  List<ContractRow> rows() {
    return List.of(
        row("verification public-key", PUBLIC_KEY, alice(), good()),
        row("verification public-key, forged", PUBLIC_KEY, alice().tampered(), invalid()),
        row("verification secret", SECRET, alice().secret(World.SECRET), good()),
        row("verification secret, wrong one", SECRET, alice().secret("x".repeat(64)), invalid()),
        row("verification secret, RS256", SECRET, alice(), invalid()),
        row("verification none", UNSIGNED, alice().unsigned(), good().and(unverified())),
        row("verification none, expired", UNSIGNED, expired().unsigned(), invalid()),
        row("verification discovery", TOKENS, alice(), good().and(json("verified", true))),
        row("verification of two, first", TWO_ISSUERS, alice(), good()),
        row("verification of two, second", TWO_ISSUERS, second("second-audience"), good()),
        row("verification of two, other's audience", TWO_ISSUERS, second("demo"), invalid()),
        row("verification of two, stranger", TWO_ISSUERS, stranger(), invalid()),
        row("token expired", TOKENS, expired(), invalid()),
        row("token not yet valid", TOKENS, alice().notBefore(inAnHour()), invalid()),
        row("token issued in the future", TOKENS, alice().issuedAt(inAnHour()), invalid()),
        row("token without expiry", TOKENS, alice().without("exp"), invalid()),
        row("token without subject", TOKENS, alice().without("sub"), invalid()),
        row("token for another audience", TOKENS, alice().audience("other"), invalid()),
        row("token for several audiences", TOKENS, alice().audience("other", "demo"), good()),
        row("token without audience", TOKENS, alice().without("aud"), invalid()),
        row("token of a strange issuer", TOKENS, stranger(), invalid()),
        row("token bound to a key", TOKENS, bound(), invalid()));
  }

  private TokenBuilder alice() {
    return world.issuer().token("alice");
  }

  private TokenBuilder expired() {
    return alice().expiresIn(Duration.ofHours(-1));
  }

  private TokenBuilder second(String audience) {
    return world.secondIssuer().token("alice").audience(audience);
  }

  private TokenBuilder stranger() {
    return world.stranger().token("alice");
  }

  private TokenBuilder bound() {
    return alice().claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));
  }

  private static Instant inAnHour() {
    return TimeSource.system().now().plus(Duration.ofHours(1));
  }

  private static Expectation good() {
    return identified("alice", "userToken");
  }

  private static Expectation unverified() {
    return json("verified", false);
  }

  private static Expectation invalid() {
    return refused(AuthError.TOKEN_INVALID, "error");
  }

  private static ContractRow row(
      String id, Configuration configuration, TokenBuilder token, Expectation expectation) {
    RawRequest request = get("/app/me").bearer(token.text());
    return new ContractRow(id, configuration, request, expectation);
  }
}
