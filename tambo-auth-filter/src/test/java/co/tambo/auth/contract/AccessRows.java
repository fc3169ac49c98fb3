package co.tambo.auth.contract;

import static co.tambo.auth.contract.Configuration.KEYS_DOWN;
import static co.tambo.auth.contract.Configuration.KEYS_DOWN_OPTIONAL;
import static co.tambo.auth.contract.Configuration.KEYS_DOWN_PERMISSIVE;
import static co.tambo.auth.contract.Configuration.NEITHER;
import static co.tambo.auth.contract.Configuration.OPTIONAL;
import static co.tambo.auth.contract.Configuration.PERMISSIVE;
import static co.tambo.auth.contract.Configuration.PREFLIGHT;
import static co.tambo.auth.contract.Configuration.REALM;
import static co.tambo.auth.contract.Configuration.SCOPES;
import static co.tambo.auth.contract.Configuration.TOKENS;
import static co.tambo.auth.contract.Expectation.anonymous;
import static co.tambo.auth.contract.Expectation.body;
import static co.tambo.auth.contract.Expectation.header;
import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.json;
import static co.tambo.auth.contract.Expectation.refused;
import static co.tambo.auth.contract.Expectation.status;
import static co.tambo.auth.contract.RawRequest.get;

import co.tambo.auth.AuthError;
import java.util.List;

/** Who may go where (the access modes, public and optional paths, roles, scopes, preflights). */
final class AccessRows {

  private static final String ME = "/app/me";
  private static final String SCOPE_CHALLENGE =
      "Bearer realm=\"tambo\", error=\"insufficient_scope\", scope=\"threads:read\"";

  private final World world;

  AccessRows(World world) {
    this.world = world;
  }

  List<ContractRow> rows() {
    return List.of(
        row("required, good", TOKENS, good(ME), identified("alice", "userToken")),
        row("required, none", TOKENS, get(ME), missing()),
        row("required, bad token", TOKENS, bad(ME), invalid()),
        row("required, conflict", TOKENS, conflict(ME), conflicting()),
        row("required, far side down", KEYS_DOWN, unjudged(ME), down()),
        row("optional, none", OPTIONAL, get(ME), anonymous("unauthenticated")),
        row("optional, bad token", OPTIONAL, bad(ME), invalid()),
        row("optional, conflict", OPTIONAL, conflict(ME), conflicting()),
        row("optional, far side down", KEYS_DOWN_OPTIONAL, unjudged(ME), down()),
        row("permissive, good", PERMISSIVE, good(ME), identified("alice", "userToken")),
        row("permissive, none", PERMISSIVE, get(ME), anonymous("unauthenticated")),
        row("permissive, bad token", PERMISSIVE, bad(ME), anonymous("error")),
        row("permissive, conflict", PERMISSIVE, conflict(ME), anonymous("invalid")),
        row("permissive, far side down", KEYS_DOWN_PERMISSIVE, unjudged(ME), anonymous("error")),
        row("optional path, none", TOKENS, get("/optional/me"), anonymous("unauthenticated")),
        row("optional path, bad token", TOKENS, bad("/optional/me"), invalid()),
        row("optional path, good", TOKENS, good("/optional/me"), identified("alice", "userToken")),
        row("public path, bad token", TOKENS, bad("/public/ping"), pong()),
        row("public path, far side down", KEYS_DOWN, unjudged("/public/ping"), pong()),
        row("nothing configured", NEITHER, good(ME), missing()),
        row("realm", REALM, get(ME), header("WWW-Authenticate", "Bearer realm=\"the house\"")),
        row("admin, role missing", TOKENS, good("/app/admin"), forbidden()),
        row("admin, anonymous", TOKENS, get("/app/admin"), missing()),
        row("admin, role there", TOKENS, admin(), status(200).and(json("admin", true))),
        row("scope missing", SCOPES, good(ME), scopeMissing()),
        row("scope there", SCOPES, scoped(), identified("alice", "userToken")),
        row("preflight refused", TOKENS, preflight(), missing()),
        row("preflight passed", PREFLIGHT, preflight(), status(200, 204)),
        row("OPTIONS without origin", PREFLIGHT, RawRequest.of("OPTIONS", ME), missing()),
        row("HEAD, none", TOKENS, RawRequest.of("HEAD", ME), status(401).and(body(""))),
        row("PUT, none", TOKENS, RawRequest.of("PUT", ME), missing()),
        row("unknown method, none", TOKENS, RawRequest.of("FOO", ME), missing()),
        row("lower-case method, none", TOKENS, RawRequest.of("get", ME), missing()),
        row("method override, none", TOKENS, overridden(), missing()));
  }

  private RawRequest good(String path) {
    return get(path).bearer(world.token("alice"));
  }

  private RawRequest bad(String path) {
    return get(path).bearer(world.issuer().token("alice").tampered().text());
  }

  private RawRequest conflict(String path) {
    return good(path).bearer(world.token("mallory"));
  }

  private RawRequest unjudged(String path) {
    return get(path).bearer(world.downIssuer().token("alice").text());
  }

  private RawRequest admin() {
    return get("/app/admin").bearer(world.issuer().token("alice").roles("admin").text());
  }

  private RawRequest scoped() {
    String scopes = "openid threads:read";
    return get(ME).bearer(world.issuer().token("alice").claim("scope", scopes).text());
  }

  private RawRequest overridden() {
    return RawRequest.post(ME).header("X-HTTP-Method-Override", "OPTIONS");
  }

  private static RawRequest preflight() {
    return RawRequest.of("OPTIONS", ME)
        .header("Origin", "https://app.example")
        .header("Access-Control-Request-Method", "GET");
  }

  private static Expectation missing() {
    return refused(AuthError.CREDENTIAL_MISSING, "unauthenticated");
  }

  private static Expectation invalid() {
    return refused(AuthError.TOKEN_INVALID, "error");
  }

  private static Expectation conflicting() {
    return refused(AuthError.CREDENTIALS_CONFLICT, "invalid");
  }

  private static Expectation down() {
    return refused(AuthError.KEYS_UNAVAILABLE, "error").and(Expectation.retryAfter("5"));
  }

  private static Expectation forbidden() {
    return refused(AuthError.INSUFFICIENT_SCOPE, "identified");
  }

  private static Expectation scopeMissing() {
    return Expectation.problem(AuthError.INSUFFICIENT_SCOPE, "identified")
        .and(header(Expectation.CHALLENGE, SCOPE_CHALLENGE));
  }

  private static Expectation pong() {
    return status(200).and(body(ContractApp.PONG));
  }

  private static ContractRow row(
      String id, Configuration configuration, RawRequest request, Expectation expectation) {
    return new ContractRow("access " + id, configuration, request, expectation);
  }
}
