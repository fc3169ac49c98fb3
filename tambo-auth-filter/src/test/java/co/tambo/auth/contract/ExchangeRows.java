package co.tambo.auth.contract;

import static co.tambo.auth.contract.Configuration.API_KEY_WRONG;
import static co.tambo.auth.contract.Configuration.EXCHANGE_OFF;
import static co.tambo.auth.contract.Configuration.EXCHANGE_ON_DEMAND;
import static co.tambo.auth.contract.Configuration.EXCHANGE_REQUIRED;
import static co.tambo.auth.contract.Configuration.KEY_HEADER;
import static co.tambo.auth.contract.Configuration.NOT_TAMBO;
import static co.tambo.auth.contract.Configuration.TAMBO_DOWN;
import static co.tambo.auth.contract.Configuration.TAMBO_DOWN_ON_DEMAND;
import static co.tambo.auth.contract.Configuration.TAMBO_DOWN_OPTIONAL;
import static co.tambo.auth.contract.Configuration.TAMBO_JUDGES;
import static co.tambo.auth.contract.Configuration.TAMBO_REFUSES;
import static co.tambo.auth.contract.Configuration.TOKENS;
import static co.tambo.auth.contract.Expectation.body;
import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.refused;
import static co.tambo.auth.contract.Expectation.retryAfter;
import static co.tambo.auth.contract.Expectation.status;
import static co.tambo.auth.contract.RawRequest.get;

import co.tambo.auth.AuthError;
import java.util.List;

/** The token exchange with Tambo: required, on demand, off, and everything that goes wrong. */
final class ExchangeRows {

  private static final String ME = "/app/me";
  private static final String EXCHANGE = "/app/exchange";

  private final World world;

  ExchangeRows(World world) {
    this.world = world;
  }

  List<ContractRow> rows() {
    return List.of(
        row("required", EXCHANGE_REQUIRED, good(ME), identified("alice", "tokenExchange")),
        row("required, then asked for", EXCHANGE_REQUIRED, good(EXCHANGE), status(204)),
        row("required, bad token", EXCHANGE_REQUIRED, get(ME).bearer("bad"), invalid()),
        row("required, public path", TAMBO_DOWN, good("/public/ping"), status(200)),
        row(
            "on demand, not asked for",
            EXCHANGE_ON_DEMAND,
            good(ME),
            identified("alice", "userToken")),
        row("on demand", EXCHANGE_ON_DEMAND, good(EXCHANGE), status(204).and(body(""))),
        row("on demand, Tambo down", TAMBO_DOWN_ON_DEMAND, good(EXCHANGE), down("identified")),
        row("off", EXCHANGE_OFF, good(EXCHANGE), notObtainable()),
        row("without an API key", TOKENS, good(EXCHANGE), notObtainable()),
        row("of a user key", KEY_HEADER, get(EXCHANGE).header("X-User", "u-1"), notObtainable()),
        row("refused by Tambo", TAMBO_REFUSES, good(ME), invalid()),
        row("Tambo down", TAMBO_DOWN, good(ME), down("error")),
        row("Tambo down, optional", TAMBO_DOWN_OPTIONAL, good(ME), down("error")),
        row(
            "API key refused",
            API_KEY_WRONG,
            good(ME),
            refused(AuthError.API_KEY_REFUSED, "error")),
        row("not Tambo", NOT_TAMBO, good(ME), refused(AuthError.NOT_TAMBO, "error")),
        row("Tambo judges", TAMBO_JUDGES, good(ME), identified("alice", "tokenExchange")),
        row("Tambo judges, bad token", TAMBO_JUDGES, get(ME).bearer(bad()), invalid()));
  }

  private RawRequest good(String path) {
    return get(path).bearer(world.token("alice"));
  }

  private String bad() {
    return world.issuer().token("alice").tampered().text();
  }

  private static Expectation invalid() {
    return refused(AuthError.TOKEN_INVALID, "error");
  }

  private static Expectation down(String state) {
    return refused(AuthError.EXCHANGE_UNAVAILABLE, state).and(retryAfter("5"));
  }

  private static Expectation notObtainable() {
    return refused(AuthError.TOKEN_NOT_OBTAINABLE, "identified");
  }

  private static ContractRow row(
      String id, Configuration configuration, RawRequest request, Expectation expectation) {
    return new ContractRow("exchange " + id, configuration, request, expectation);
  }
}
