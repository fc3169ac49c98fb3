package co.tambo.auth.contract;

import static co.tambo.auth.contract.Configuration.TOKENS;
import static co.tambo.auth.contract.Expectation.body;
import static co.tambo.auth.contract.Expectation.closed;
import static co.tambo.auth.contract.Expectation.identified;
import static co.tambo.auth.contract.Expectation.status;
import static co.tambo.auth.contract.RawRequest.get;

import java.util.List;
import java.util.stream.Stream;

/**
 * Spellings of a path. Without a token none of them leads to the protected resource, whatever the
 * container makes of it: 401 is ours, any other answer the container's.
 */
final class PathRows {

  private static final List<String> PROTECTED =
      List.of(
          "/app/me/",
          "/app",
          "/app/",
          "/",
          "/app/me/x.html",
          "/APP/me",
          "/Public/ping",
          "/publicity/ping",
          "/exact/",
          "/exact/x",
          "/app/me?/public/ping",
          "/app/me;v=1",
          "/app/me;.css",
          "/app;x=/public/me",
          "/app;/me",
          "/app;jsessionid=1/me",
          "/%61pp/me",
          "/app/%6de",
          "/app%20/me",
          "/public/../app/me",
          "/public/x/../../app/me",
          "/public;/../app/me",
          "/public;/ping",
          "/public/%70ing",
          "/x.css/../app/me",
          "/x.css;/../app/me",
          "/./app/me");

  private static final List<String> PROTECTED_OR_NOT_UNDERSTOOD =
      List.of(
          "/;/app/me",
          "/;x=y/app/me",
          "/public/..;/app/me",
          "/public/..;a=b/app/me",
          "/../app/me",
          "//app/me",
          "///app//me",
          "/app//me",
          "/public//../app/me",
          "/public//ping",
          "/public/%2e%2e/app/me",
          "/public/%2E%2E/app/me",
          "/public/.%2e/app/me",
          "/%2e/app/me",
          "/public/..%2fapp/me",
          "/public%2f..%2fapp/me",
          "/app%2fme",
          "/public%2fping",
          "/public/%252e%252e/app/me",
          "/public/%u002e%u002e/app/me",
          "/public/%2>%2>/app/me",
          "/public/%c0%ae%c0%ae/app/me",
          "/public/..\\app/me",
          "/public/..%5capp/me",
          "/app/me%00",
          "/app/me%00.css",
          "/app/me%0d%0aX-Y:z",
          "/app/me%3f.css",
          "/app/me%23/public/ping",
          "/app/me#/public/ping",
          "/app/me%",
          "/app/me%ff",
          "/public/../../../app/me",
          "http://evil.example/app/me",
          "http://evil.example/public/../app/me",
          "*");

  private final World world;
  private final Integer[] closed;

  PathRows(World world, List<Integer> notUnderstood) {
    this.world = world;
    this.closed = Stream.concat(Stream.of(401), notUnderstood.stream()).toArray(Integer[]::new);
  }

  List<ContractRow> rows() {
    return Stream.of(
            PROTECTED.stream().map(path -> row(path, get(path), closed(401))),
            PROTECTED_OR_NOT_UNDERSTOOD.stream().map(path -> row(path, get(path), closed(closed))),
            Stream.of(
                row("public", get("/public/ping"), status(200).and(body(ContractApp.PONG))),
                row("public, query", get("/public/ping?x=/../app/me"), status(200)),
                row("public suffix, nothing there", get("/style.css"), status(404)),
                row("public, nothing there", get("/public"), status(404)),
                row("good token, query", queried(), identified("alice", "userToken")),
                row("good token, nothing there", good("/nowhere"), status(404)),
                row("forwarded path", header("X-Original-URL"), closed(401)),
                row("forwarded prefix", header("X-Forwarded-Prefix"), closed(401))))
        .flatMap(rows -> rows)
        .toList();
  }

  private RawRequest queried() {
    return good("/app/me?/public/ping");
  }

  private RawRequest good(String path) {
    return get(path).bearer(world.token("alice"));
  }

  private static RawRequest header(String name) {
    return get("/app/me").header(name, "/public/ping");
  }

  private static ContractRow row(String id, RawRequest request, Expectation expectation) {
    return new ContractRow("path " + id, TOKENS, request, expectation);
  }
}
