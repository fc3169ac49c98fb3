package co.tambo.auth.contract;

import static co.tambo.auth.contract.Configuration.KEY_AND_TOKEN;
import static co.tambo.auth.contract.Configuration.KEY_ATTRIBUTE;
import static co.tambo.auth.contract.Configuration.KEY_HEADER;
import static co.tambo.auth.contract.Configuration.KEY_PRINCIPAL;
import static co.tambo.auth.contract.Configuration.KEY_SESSION;
import static co.tambo.auth.contract.Configuration.KEY_VALUE;
import static co.tambo.auth.contract.Configuration.TOKENS;
import static co.tambo.auth.contract.Expectation.body;
import static co.tambo.auth.contract.Expectation.header;
import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.json;
import static co.tambo.auth.contract.Expectation.refused;
import static co.tambo.auth.contract.Expectation.status;
import static co.tambo.auth.contract.RawRequest.get;

import co.tambo.auth.AuthError;
import java.util.List;

/** Where a user key can be, and what cannot be one. */
final class UserKeyRows {

  private static final String ME = "/app/me";

  private final World world;

  UserKeyRows(World world) {
    this.world = world;
  }

  List<ContractRow> rows() {
    String token = world.token("alice");
    return List.of(
        row("header", KEY_HEADER, key("u-1"), good("u-1").and(json("scheme", "TAMBO-USER-KEY"))),
        row("header, underscores", KEY_HEADER, get(ME).header("X_User", "u-1"), missing()),
        row("header, twice", KEY_HEADER, key("u-1").header("X-User", "u-2"), conflict()),
        row("header, blank", KEY_HEADER, key("  "), refusedKey()),
        row("header, Tambo's own prefix", KEY_HEADER, key("oauth:user:x:y"), refusedKey()),
        row("header, too long", KEY_HEADER, key("k".repeat(256)), refusedKey()),
        row("header, as long as can be", KEY_HEADER, key("k".repeat(255)), good("k".repeat(255))),
        row("header nobody asked for", TOKENS, key("u-1"), missing()),
        row("session", KEY_SESSION, session("u-2"), good("u-2")),
        row("session, nobody logged in", KEY_SESSION, get(ME), missing()),
        row("session, unusable", KEY_SESSION, session("oauth:user:x:y"), unusable()),
        row(
            "attribute",
            KEY_ATTRIBUTE,
            get(ME).header(FrontFilter.ATTRIBUTE, "user=u-3"),
            good("u-3")),
        row("value", KEY_VALUE, get(ME), good("developer")),
        row("principal", KEY_PRINCIPAL, principal("bob"), good("bob").and(json("scheme", "TEST"))),
        row("principal, unusable", KEY_PRINCIPAL, principal("oauth:user:x:y"), unusable()),
        row("principal, login answers", KEY_PRINCIPAL, login("challenge"), challenged()),
        row("principal, login succeeds", KEY_PRINCIPAL, login("carol"), good("carol")),
        row("principal, no login there", KEY_PRINCIPAL, get(ME), missing()),
        row(
            "both, token only",
            KEY_AND_TOKEN,
            get(ME).bearer(token),
            identified("alice", "userToken")),
        row("both, key only", KEY_AND_TOKEN, key("u-1"), good("u-1")),
        row("both at once", KEY_AND_TOKEN, key("u-1").bearer(token), conflict()));
  }

  private static RawRequest key(String key) {
    return get(ME).header("X-User", key);
  }

  private static RawRequest session(String key) {
    return get(ME).header(FrontFilter.SESSION, "user=" + key);
  }

  private static RawRequest principal(String name) {
    return get(ME).header(FrontFilter.PRINCIPAL, name);
  }

  private static RawRequest login(String outcome) {
    return get(ME).header(FrontFilter.LOGIN, outcome);
  }

  private static Expectation good(String key) {
    return identified(key, "userKey").and(json("contextKey", key));
  }

  private static Expectation challenged() {
    return status(401)
        .and(header("WWW-Authenticate", FrontFilter.CHALLENGE))
        .and(body(FrontFilter.LOGIN_PAGE));
  }

  private static Expectation missing() {
    return refused(AuthError.CREDENTIAL_MISSING, "unauthenticated");
  }

  private static Expectation conflict() {
    return refused(AuthError.CREDENTIALS_CONFLICT, "invalid");
  }

  private static Expectation refusedKey() {
    return refused(AuthError.USER_KEY_REFUSED, "invalid");
  }

  private static Expectation unusable() {
    return refused(AuthError.CREDENTIAL_UNUSABLE, "error");
  }

  private static ContractRow row(
      String id, Configuration configuration, RawRequest request, Expectation expectation) {
    return new ContractRow("source key, " + id, configuration, request, expectation);
  }
}
