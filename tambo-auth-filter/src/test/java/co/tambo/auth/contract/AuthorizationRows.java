package co.tambo.auth.contract;

import static co.tambo.auth.contract.Configuration.TOKENS;
import static co.tambo.auth.contract.Expectation.closed;
import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.refused;
import static co.tambo.auth.contract.RawRequest.get;

import co.tambo.auth.AuthError;
import java.util.List;

/** The forms of the Authorization header (RFC 6750 section 2.1, RFC 9110 section 11.4). */
final class AuthorizationRows {

  private static final String ME = "/app/me";

  private final World world;

  AuthorizationRows(World world) {
    this.world = world;
  }

  List<ContractRow> rows() {
    String token = world.token("alice");
    return List.of(
        row("lower-case scheme", "bearer " + token, good()),
        row("upper-case scheme", "BEARER " + token, good()),
        row("several spaces", "Bearer   " + token, good()),
        row("space around", "  Bearer " + token + "  ", good()),
        row("empty", "", missing()),
        row("Bearer alone", "Bearer", malformed()),
        row("Bearer and spaces", "Bearer   ", malformed()),
        row("no space", "Bearer" + token, missing()),
        row("TAB", "Bearer\t" + token, malformed()),
        row("second word", "Bearer " + token + " more", malformed()),
        row("two tokens by comma", "Bearer " + token + ", Bearer " + token, malformed()),
        row("comma at the end", "Bearer " + token + ",", malformed()),
        row("quoted", "Bearer \"" + token + "\"", malformed()),
        row("colon in the token", "Bearer a:b", malformed()),
        row("padding in the middle", "Bearer ab==cd", malformed()),
        row("Latin-1 in the token", "Bearer caf\u00e9", closed(400, 401)),
        row("token alone", token, missing()),
        row("Basic", "Basic YWxpY2U6c2VjcmV0", missing()),
        row("DPoP", "DPoP " + token, missing()),
        row("b64token that is no JWT", "Bearer abc", invalid()),
        row("padded JWT", "Bearer " + token + "=", invalid()),
        row("over 8,192 characters", "Bearer " + "a".repeat(8_193), closed(401, 431)),
        row("two headers", get(ME).bearer(token).bearer(token), conflict()),
        row("Basic and Bearer", basic().bearer(token), conflict()),
        row(
            "Bearer and Basic",
            get(ME).bearer(token).header("Authorization", "Basic eDp5"),
            conflict()),
        row("token in the query too", get(ME + "?access_token=" + token).bearer(token), conflict()),
        row("token in the query alone", get(ME + "?access_token=" + token), missing()),
        row("token in the form alone", form("access_token=" + token), missing()),
        row("token in the form too", form("access_token=" + token).bearer(token), good()),
        row(
            "cookie nobody asked for",
            get(ME).header("Cookie", "access_token=" + token),
            missing()),
        row(
            "Proxy-Authorization",
            get(ME).header("Proxy-Authorization", "Bearer " + token),
            missing()),
        row(
            "X-Forwarded-Authorization",
            get(ME).header("X-Forwarded-Authorization", "Bearer " + token),
            missing()));
  }

  private static RawRequest basic() {
    return get(ME).header("Authorization", "Basic YWxpY2U6c2VjcmV0");
  }

  private static RawRequest form(String text) {
    return RawRequest.post(ME).body(text);
  }

  private static Expectation good() {
    return identified("alice", "userToken").and(Expectation.json("scheme", "Bearer"));
  }

  private static Expectation missing() {
    return refused(AuthError.CREDENTIAL_MISSING, "unauthenticated");
  }

  private static Expectation malformed() {
    return refused(AuthError.CREDENTIAL_MALFORMED, "invalid");
  }

  private static Expectation invalid() {
    return refused(AuthError.TOKEN_INVALID, "error");
  }

  private static Expectation conflict() {
    return refused(AuthError.CREDENTIALS_CONFLICT, "invalid");
  }

  private static ContractRow row(String id, String authorization, Expectation expectation) {
    return row(id, get(ME).header("Authorization", authorization), expectation);
  }

  private static ContractRow row(String id, RawRequest request, Expectation expectation) {
    return new ContractRow("authorization " + id, TOKENS, request, expectation);
  }
}
