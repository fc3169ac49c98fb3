package co.tambo.auth.contract;

import static co.tambo.auth.contract.Configuration.ATTRIBUTE;
import static co.tambo.auth.contract.Configuration.COOKIE;
import static co.tambo.auth.contract.Configuration.COOKIE_ORIGINS;
import static co.tambo.auth.contract.Configuration.OTHER_HEADER;
import static co.tambo.auth.contract.Configuration.SESSION;
import static co.tambo.auth.contract.Configuration.TWO_PLACES;
import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.refused;
import static co.tambo.auth.contract.RawRequest.get;
import static co.tambo.auth.contract.RawRequest.post;

import co.tambo.auth.AuthError;
import java.util.List;

/** Where a user token can be; a cookie's on an unsafe method needs same-origin proof. */
final class TokenSourceRows {

  private static final String ME = "/app/me";

  private final World world;

  TokenSourceRows(World world) {
    this.world = world;
  }

  List<ContractRow> rows() {
    String token = world.token("alice");
    return List.of(
        row("other header", OTHER_HEADER, get(ME).header("X-Access-Token", token), good()),
        row("other header, Bearer", OTHER_HEADER, bearerElsewhere(token), good()),
        row("other header, twice", OTHER_HEADER, twice(token), conflict()),
        row("other header, token in Authorization", OTHER_HEADER, get(ME).bearer(token), missing()),
        row("cookie", COOKIE, cookie(get(ME), token), good()),
        row("cookie among others", COOKIE, among(token), good()),
        row(
            "cookie of another name",
            COOKIE,
            get(ME).header("Cookie", "Session=" + token),
            missing()),
        row("cookie twice", COOKIE, cookie(get(ME), token + "; session=" + token), conflict()),
        row("cookie, empty", COOKIE, cookie(get(ME), ""), missing()),
        row("cookie, POST, no proof", COOKIE, cookie(post(ME), token), crossOrigin()),
        row("cookie, POST, same origin", COOKIE, fetch("same-origin", token), good()),
        row("cookie, POST, same site", COOKIE, fetch("same-site", token), crossOrigin()),
        row("cookie, POST, cross site", COOKIE, fetch("cross-site", token), crossOrigin()),
        row("cookie, POST, cross site of own origin", COOKIE, contradiction(token), crossOrigin()),
        row(
            "cookie, POST, foreign origin",
            COOKIE,
            origin("https://evil.example", token),
            crossOrigin()),
        row("cookie, POST, null origin", COOKIE, origin("null", token), crossOrigin()),
        row(
            "cookie, POST, allowed origin",
            COOKIE_ORIGINS,
            origin("https://app.example", token),
            good()),
        row(
            "cookie, POST, origin not allowed",
            COOKIE_ORIGINS,
            origin("https://app.example.evil", token),
            crossOrigin()),
        row(
            "header, POST, no proof",
            OTHER_HEADER,
            post(ME).header("X-Access-Token", token),
            good()),
        row("session", SESSION, get(ME).header(FrontFilter.SESSION, "token=" + token), good()),
        row("session without one", SESSION, get(ME), missing()),
        row(
            "attribute",
            ATTRIBUTE,
            get(ME).header(FrontFilter.ATTRIBUTE, "token=" + token),
            good()),
        row("two places, first", TWO_PLACES, get(ME).bearer(token), good()),
        row("two places, second", TWO_PLACES, cookie(get(ME), token), good()),
        row("two places, both", TWO_PLACES, cookie(get(ME).bearer(token), token), conflict()));
  }

  private static RawRequest bearerElsewhere(String token) {
    return get(ME).header("X-Access-Token", "Bearer " + token);
  }

  private static RawRequest twice(String token) {
    return get(ME).header("X-Access-Token", token).header("X-Access-Token", token);
  }

  private static RawRequest among(String token) {
    return get(ME).header("Cookie", "a=b; session=" + token + "; session2=x");
  }

  private static RawRequest fetch(String site, String token) {
    return cookie(post(ME).header("Sec-Fetch-Site", site), token);
  }

  private static RawRequest origin(String origin, String token) {
    return cookie(post(ME).header("Origin", origin), token);
  }

  private static RawRequest contradiction(String token) {
    return origin("https://app.example", token).header("Sec-Fetch-Site", "cross-site");
  }

  private static RawRequest cookie(RawRequest request, String value) {
    return request.header("Cookie", "session=" + value);
  }

  private static Expectation good() {
    return identified("alice", "userToken");
  }

  private static Expectation missing() {
    return refused(AuthError.CREDENTIAL_MISSING, "unauthenticated");
  }

  private static Expectation conflict() {
    return refused(AuthError.CREDENTIALS_CONFLICT, "invalid");
  }

  private static Expectation crossOrigin() {
    return refused(AuthError.CROSS_ORIGIN, "error");
  }

  private static ContractRow row(
      String id, Configuration configuration, RawRequest request, Expectation expectation) {
    return new ContractRow("source " + id, configuration, request, expectation);
  }
}
