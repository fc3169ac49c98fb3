package co.tambo.auth.contract;

import static co.tambo.auth.contract.RawRequest.get;
import static co.tambo.auth.contract.RawRequest.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attacks by the request line, on every container. Nobody comes with them, so each is answered by
 * 401, or by the container itself before any filter: Tomcat, Jetty, Undertow.
 */
public abstract class PathAttacks extends WireAttacks {

  private static final String CANARY = "canary-canary";
  private static final int RANDOM_TARGETS = 800;

  /** What an open target looks like, written down apart from the rule that is tested. */
  private static final Pattern OPEN =
      Pattern.compile(
          "/public(/NAME)*/?|/exact|(/NAME)*/(NAME)?\\.css"
              .replace("NAME", "[.]*LETTER(LETTER|[.])*")
              .replace("LETTER", "([a-zA-Z]|%20|%23)"));

  private void shut(Container container, String target, String answers) throws Exception {
    attack(container, site(container), get(target), answers);
  }

  private void shut(Container container, List<String> targets) throws Exception {
    for (String target : targets) {
      shut(container, target, "missing");
    }
  }

  private void each(Container container, Map<String, String> answers) throws Exception {
    for (Map.Entry<String, String> attack : answers.entrySet()) {
      shut(container, attack.getKey(), attack.getValue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void openPathsAreOpenAndTheUserReachesTheRest(Container container) throws Exception {
    for (String target : List.of("/public", "/public/", "/public/x", "/public/x.y?z=/app/me")) {
      shut(container, target, "public:nobody");
    }
    for (String target : List.of("/app", "/app/", ME, "/app/me/?/public/")) {
      attack(container, site(container), get(target).bearer(token()), "app");
    }
    shut(container, "/exact", "elsewhere:nobody");
    shut(container, "/app/x.css", "app:nobody");
  }

  @Attack("P01")
  @ParameterizedTest
  @EnumSource
  void dotSegmentsLeadNowhere(Container container) throws Exception {
    shut(
        container,
        List.of(
            "/public/../app/me",
            "/public/x/../../app/me",
            "/public/./../app/me",
            "/public/x/..",
            "/x/../app/me",
            "/app/..",
            "/app/../public/x",
            "/x.css/../app/me",
            "/exact/../app/me"));
  }

  @Attack("P02")
  @ParameterizedTest
  @EnumSource
  void dotSegmentsWithParametersLeadNowhere(Container container) throws Exception {
    for (String target :
        List.of(
            "/public/..;/app/me",
            "/public/..;a=b/app/me",
            "/public/.;/../app/me",
            "/x/..;/exact")) {
      shut(container, target, "missing 400 missing");
    }
    shut(container, "/public;/../app/me", "missing");
    shut(container, "/public/;/../../app/me", "400 400 missing");
  }

  @Attack("P03")
  @ParameterizedTest
  @EnumSource
  void encodedDotsLeadNowhere(Container container) throws Exception {
    for (String target :
        List.of(
            "/public/%2e%2e/app/me",
            "/public/%2E%2E/app/me",
            "/public/.%2e/app/me",
            "/public/%2E./app/me",
            "/public/%2e/%2e%2e/app/me")) {
      shut(container, target, "missing 400 missing");
    }
  }

  /** Returns what comes back to bytes that are no UTF-8; a REST runtime may answer itself. */
  protected String undecodable() {
    return "400 400 missing";
  }

  @Attack("P04")
  @ParameterizedTest
  @EnumSource
  void encodingsThatAreNoneLeadNowhere(Container container) throws Exception {
    shut(container, "/public/%u002e%u002e/app/me", "400");
    shut(container, "/public/%2>%2>/app/me", "400");
    shut(container, "/public/%c0%ae%c0%ae/app/me", undecodable());
    shut(container, "/public/%e0%80%ae%e0%80%ae/app/me", undecodable());
  }

  @Attack("P05")
  @ParameterizedTest
  @EnumSource
  void emptyAndDotSegmentsLeadNowhere(Container container) throws Exception {
    for (String target :
        List.of("//app/me", "///app//me", "//public/x", "/public//x", "/app//me", "/%2e/app/me")) {
      shut(container, target, "missing 400 missing");
    }
    shut(container, List.of("/./app/me", "/./public/x"));
  }

  @Attack("P06")
  @ParameterizedTest
  @EnumSource
  void pathParametersLeadNowhere(Container container) throws Exception {
    shut(container, "/;/app/me", "missing 400 missing");
    shut(container, "/;x=y/app/me", "missing 400 missing");
    shut(
        container,
        List.of(
            "/app;/me",
            "/app;jsessionid=1/me",
            "/app;a=/public/x",
            "/app/me;/public/x",
            "/public;/x",
            "/public/x;jsessionid=1",
            "/exact;x"));
  }

  @Attack("P07")
  @ParameterizedTest
  @EnumSource
  void encodedLettersLeadNowhere(Container container) throws Exception {
    shut(
        container,
        List.of(
            "/%61pp/me", "/%61%70%70/me", "/app/%6de", "/%70ublic/x", "/public/%78", "/ex%61ct"));
  }

  @Attack("P08")
  @ParameterizedTest
  @EnumSource
  void encodedSeparatorsLeadNowhere(Container container) throws Exception {
    for (String target :
        List.of(
            "/public/..%2fapp/me",
            "/public%2f..%2fapp/me",
            "/public%2fx",
            "/app%2fme",
            "/public/..%5capp/me",
            "/public/x%5C..%5C..%5Capp/me",
            "/public%5cx")) {
      shut(container, target, "400 400 missing");
    }
    shut(container, "/public/..\\app/me", "400");
    shut(container, "/public\\..\\app/me", "400");
  }

  @Attack("P09")
  @ParameterizedTest
  @EnumSource
  void doubleEncodingIsAsShutAsItsDecodedForm(Container container) throws Exception {
    shut(container, "/public/%252e%252e/app/me", "missing 400 missing");
    shut(container, "/public/%2e%2e/app/me", "missing 400 missing");
    shut(container, "/public/%252fx", "missing 400 missing");
    shut(container, "/%2561pp/me", "missing 400 missing");
    shut(container, "/public/%2578", "missing 400 missing");
  }

  @Attack("P10")
  @ParameterizedTest
  @EnumSource
  void controlCharactersLeadNowhereAndOpenNoLineOfTheLog(Container container) throws Exception {
    try (LogLines log = LogLines.kept()) {
      shut(container, ME, "missing");
      each(
          container,
          Map.of(
              "/app/me%00",
              "400 400 missing",
              "/app%00/me",
              "400 400 missing",
              "/app/me%00.css",
              "400 400 missing",
              "/public/%00",
              "400 400 missing",
              "/app/me%0d%0aX-Y:" + CANARY,
              "missing 400 missing",
              "/public/x%0d%0a" + CANARY,
              "missing 400 missing",
              "/public/%0a" + CANARY,
              "missing 400 missing",
              "/app/%ff",
              undecodable(),
              "/public/%ff",
              undecodable()));
      assertFalse(log.lines().isEmpty(), "nothing was logged");
      assertTrue(
          log.text().lines().noneMatch(line -> line.startsWith(CANARY) || line.startsWith("X-Y")),
          log::text);
    }
  }

  @Attack("P11")
  @ParameterizedTest
  @EnumSource
  void queryAndFragmentAreNoPartOfThePath(Container container) throws Exception {
    shut(
        container,
        List.of(
            "/app/me?/public/",
            "/app/me?/public/x.css",
            "/app/me?x=.css",
            "/app/me?/../../public/x",
            "/?/public/x"));
    shut(container, "/app/me%3f/public/x", "missing");
    shut(container, "/app/me%23/public/x", "missing");
    shut(container, "/app/me%3f.css", "missing");
    shut(container, "/app/me#/public/x", "400");
    shut(container, "/app/me#.css", "400");
    shut(container, List.of("/app/public/x", "/x/public/y", "/app/exact", "/app/me/exact"));
  }

  @Attack("P12")
  @ParameterizedTest
  @EnumSource
  void newlineEndsNoPattern(Container container) throws Exception {
    each(
        container,
        Map.of(
            "/exact%0a", "missing 400 missing",
            "/exact%0d", "missing 400 missing",
            "/public%0a/x", "missing 400 missing",
            "/app/me%0a/public/x", "missing 400 missing",
            "/app/me%0ax.css", "missing 400 missing",
            "/app/me.css%0a", "missing 400 missing",
            "/app/me%0d.css", "missing 400 missing"));
  }

  @Attack("P13")
  @ParameterizedTest
  @EnumSource
  @ResourceLock(Resources.LOCALE)
  void pathsAreMatchedByCaseInAnyLocale(Container container) throws Exception {
    Locale before = Locale.getDefault();
    try {
      for (String locale : List.of("en", "tr", "lt", "az")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        shut(
            container,
            List.of(
                "/APP/me",
                "/App/me",
                "/Public/x",
                "/PUBLIC/x",
                "/Exact",
                "/app/x.CSS",
                "/Public/../app/me"));
        shut(container, "/publ%C4%B1c/x", "missing");
        shut(container, "/public/i", "public:nobody");
        attack(container, site(container), get(ME).bearer(token()), "app");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Attack("P14")
  @ParameterizedTest
  @EnumSource
  void directoryItselfTrailingSlashAndSuffixAreInside(Container container) throws Exception {
    shut(
        container,
        List.of(
            "/app",
            "/app/",
            "/app/me/",
            "/app/me;.css",
            "/app/me;x.css",
            "/app/me/.css;x",
            "/app/me%2ecss",
            "/app/me.css/",
            "/app/me.css/x",
            "/app/me.cssx",
            "/publicity",
            "/publicity/x",
            "/exact/",
            "/exactly",
            "/"));
  }

  @Attack("P15")
  @ParameterizedTest
  @EnumSource
  void pathAboveTheRootLeadsNowhere(Container container) throws Exception {
    for (String target :
        List.of("/../app/me", "/public/../../../app/me", "/..", "/../public/x", "/public/../..")) {
      shut(container, target, "400 400 missing");
    }
    shut(container, "*", "400 400 500");
  }

  @Attack("P16")
  @ParameterizedTest
  @EnumSource
  void onlyThePathBelowTheContextCounts(Container container) throws Exception {
    Site public1 = site(container, "/public", true, Map.of());
    attack(container, public1, get("/public/public/x"), "public:nobody");
    attack(container, public1, get("/public/app/me"), "missing");
    attack(container, public1, get("/public/x"), "missing");
    attack(container, public1, get("/public/app/me").bearer(token()), "app");
    Site shop = site(container, "/shop", true, Map.of());
    attack(container, shop, get("/shop/public/x"), "public:nobody");
    for (String target :
        List.of(
            "/shop/app/me",
            "/shop/public/../app/me",
            "/shop;/app/me",
            "/shop;x=/public/app/me",
            "/shop;/public/x",
            "/%73hop/app/me",
            "/%73hop/public/x",
            "/shop/../shop/app/me",
            "/shop/../shop/public/x",
            "/shop/./public/x",
            "/public/../shop/app/me")) {
      attackIfThere(container, shop, target);
    }
    for (String target : List.of("//shop/app/me", "//shop/public/x", "/shop//public/x")) {
      attackIfThere(container, shop, target);
    }
  }

  @Attack("P16")
  @ParameterizedTest
  @EnumSource
  void contextPathWithAnEncodedCharacterOpensNothingElse(Container container) throws Exception {
    Site shop = site(container, "/my shop", true, Map.of());
    RawRequest good = get("/my%20shop/app/me").bearer(token());
    assertNotEquals(401, shop.send(good).status());
    for (String target :
        List.of(
            "/my%20shop/app/me",
            "/my%20shop/public/../app/me",
            "/my%20shop;/public/x",
            "/%6dy%20shop/public/x",
            "/my%20shop/../my%20shop/public/x")) {
      attackIfThere(container, shop, target);
    }
  }

  /** Another context, or none, may be found at such a target; ours is not reached then. */
  private void attackIfThere(Container container, Site site, String target) throws Exception {
    site.visits().taken();
    RawResponse answer = site.send(get(target));
    assertEquals(List.of(), site.visits().taken(), () -> container + " " + target);
    assertTrue(
        List.of(400, 401, 404).contains(answer.status()), () -> container + " " + target + answer);
    assertEquals(
        answer.status() == 401 ? List.of("Bearer realm=\"tambo\"") : List.of(),
        answer.values(Expectation.CHALLENGE));
  }

  @Attack("P21")
  @ParameterizedTest
  @EnumSource
  void everyMethodIsShut(Container container) throws Exception {
    for (String method : List.of("OPTIONS", "get", "FOO", "PUT", "POST", "DELETE", "PATCH")) {
      attack(container, site(container), RawRequest.of(method, ME), "missing");
    }
    RawResponse head = site(container).send(RawRequest.of("HEAD", ME));
    assertEquals(401, head.status());
    assertEquals(List.of("Bearer realm=\"tambo\""), head.values(Expectation.CHALLENGE));
    attack(container, site(container), RawRequest.of("TRACE", ME), "405 missing missing");
    attack(container, site(container), RawRequest.of("CONNECT", ME), "501 400 missing");
    assertEquals(List.of(), site(container).visits().taken());
  }

  @Attack("P21")
  @ParameterizedTest
  @EnumSource
  void refusedTraceEchoesNothing(Container container) throws Exception {
    RawRequest trace = RawRequest.of("TRACE", ME).header("X-Header", CANARY);
    for (RawRequest request :
        List.of(trace.bearer(CANARY), trace.header("Cookie", CANARY), trace)) {
      RawResponse answer = site(container).send(request);
      assertEquals(container == Container.TOMCAT ? 405 : 401, answer.status());
      assertFalse(answer.toString().contains(CANARY), answer::toString);
    }
    assertEquals(List.of(), site(container).visits().taken());
  }

  @Attack("P21")
  @ParameterizedTest
  @EnumSource
  void onlyAPreflightPassesAndWithoutAUser(Container container) throws Exception {
    Site passing = site(container, Map.of("tambo.cors-preflight", "pass"));
    RawRequest options = RawRequest.of("OPTIONS", ME);
    RawRequest preflight = preflight("OPTIONS");
    attack(container, passing, preflight, preflightVisit());
    attack(container, passing, preflight.bearer(token()), preflightVisit());
    attack(container, passing, options, "missing");
    attack(container, passing, options.header("Origin", "https://a.example"), "missing");
    attack(container, passing, options.header("Access-Control-Request-Method", "GET"), "missing");
    for (String method : List.of("GET", "POST", "options", "FOO")) {
      attack(container, passing, preflight(method), "missing");
    }
    attack(container, site(container), preflight, "missing");
  }

  private static RawRequest preflight(String method) {
    return RawRequest.of(method, ME)
        .header("Origin", "https://a.example")
        .header("Access-Control-Request-Method", "GET");
  }

  /** Returns the part that an OPTIONS request reaches, as nobody; {@code none} for none. */
  protected abstract String preflightVisit();

  @Attack("P22")
  @ParameterizedTest
  @EnumSource
  void methodIsTheOneOfTheRequestLine(Container container) throws Exception {
    Site passing = site(container, Map.of("tambo.cors-preflight", "pass"));
    for (String name :
        List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
      for (RawRequest request : List.of(preflight("POST"), preflight("GET"))) {
        attack(container, passing, request.header(name, "OPTIONS"), "missing");
        attack(container, site(container), request.header(name, "OPTIONS"), "missing");
      }
    }
    attack(container, passing, get(ME + "?_method=OPTIONS"), "missing");
    attack(container, passing, post(ME).body("_method=OPTIONS"), "missing");
    attack(container, site(container), post(ME).body("_method=GET"), "missing");
  }

  @Attack("P23")
  @ParameterizedTest
  @EnumSource
  void authorityIsNoPartOfThePath(Container container) throws Exception {
    for (String target :
        List.of(
            "http://evil.example/app/me",
            "http://evil.example/public/../app/me",
            "https://public/app/me")) {
      shut(container, target, "400");
    }
    for (String target : List.of("http://public/app/me", "http://public/app/../app/me")) {
      String answer = notReached(container, "GET " + target + " HTTP/1.1\r\nHost: public\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 401 "), () -> container + answer);
    }
    RawRequest otherHost = get(ME).header("X-Forwarded-Host", "public");
    attack(container, site(container), otherHost, "missing");
    for (String host : List.of("evil.example", "public", "127.0.0.1:1", "public/x", "")) {
      notReached(container, "GET /app/me HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }
    notReached(container, "GET /app/me HTTP/1.1\r\nHost: a\r\nHost: public\r\n\r\n");
  }

  @Attack("P23")
  @ParameterizedTest
  @EnumSource
  void olderAndNewerProtocolsAreNoWayIn(Container container) throws Exception {
    notReached(container, "GET /app/me\r\n\r\n");
    notReached(container, "GET /app/me HTTP/0.9\r\n\r\n");
    notReached(container, "GET /app/me HTTP/1.0\r\n\r\n");
    notReached(container, "GET /app/me HTTP/2.0\r\nHost: a\r\n\r\n");
    notReached(container, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    String upgraded =
        notReached(
            container,
            lines(
                "GET /app/me HTTP/1.1",
                "Host: a",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__"));
    assertTrue(upgraded.startsWith("HTTP/1.1 401 "), upgraded);
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  private String notReached(Container container, String text) throws Exception {
    Site site = site(container);
    site.visits().taken();
    String answer = site.exchanged(text);
    assertEquals(List.of(), site.visits().taken(), () -> container + " " + text);
    assertFalse(answer.startsWith("HTTP/1.1 2"), () -> container + " " + text + answer);
    return answer;
  }

  @Attack("P24")
  @ParameterizedTest
  @EnumSource
  void upgradeMultipartAndEventsNeedTheTokenToo(Container container) throws Exception {
    RawRequest upgrade =
        new RawRequest(
            "GET",
            ME,
            List.of(
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
            "");
    RawRequest multipart =
        RawRequest.of("POST", ME)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .body(
                "--b\r\nContent-Disposition: form-data; name=\"access_token\"\r\n\r\n"
                    + token()
                    + "\r\n--b--\r\n");
    RawRequest events = get(ME).header("Accept", "text/event-stream");
    for (RawRequest request : List.of(upgrade, multipart, events)) {
      attack(container, site(container), request, "missing");
      attack(container, site(container), request.bearer("x"), "invalid");
      attack(container, site(container), request.bearer(token()), "app");
    }
    String handshake =
        notReached(
            container,
            lines(
                "GET /app/me HTTP/1.1",
                "Host: a",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
    assertTrue(handshake.startsWith("HTTP/1.1 401 "), handshake);
  }

  /** The seed is fixed, so that a failure comes back. */
  @Attack("P25")
  @ParameterizedTest
  @EnumSource
  void noSpellingButTheCanonicalOneIsOpen(Container container) throws Exception {
    Site site = site(container);
    Random random = new Random(20261121);
    List<String> open = new ArrayList<>();
    for (int i = 0; i < RANDOM_TARGETS; i++) {
      String target = target(random);
      site.visits().taken();
      String answer =
          site.exchanged("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      List<String> visits = site.visits().taken();
      boolean canonical = OPEN.matcher(target).matches();
      if (!visits.isEmpty()) {
        open.add(target);
      }
      assertTrue(visits.isEmpty() || canonical, () -> container + " " + target + " " + visits);
      assertTrue(
          canonical || answer.startsWith("HTTP/1.1 401 ") || answer.startsWith("HTTP/1.1 400 "),
          () -> container + " " + target + " " + answer);
    }
    assertTrue(open.size() >= RANDOM_TARGETS / 50, () -> "open: " + open);
  }

  private static String target(Random random) {
    String[] parts = {
      "/public",
      "/public",
      "/public",
      "/app",
      "/me",
      "/x",
      "/exact",
      ".css",
      "/..",
      "/.",
      "/",
      "//",
      ";",
      ";a=b",
      ";/",
      "/..;",
      "%2e",
      "%2f",
      "%5c",
      "%00",
      "%0a",
      "%61",
      "%70",
      "%25",
      "%252e",
      "%ff",
      "%c0%ae",
      "%3b",
      "%3f",
      "%23",
      "\\",
      "/%2e%2e",
      "/PUBLIC",
      "/%70ublic",
      "%20",
      "%e2%80%ae"
    };
    int few = random.nextInt(4) == 0 ? 6 : parts.length;
    StringBuilder target = new StringBuilder(random.nextInt(3) == 0 ? "/public" : "/app");
    for (int i = random.nextInt(5); i > 0; i--) {
      target.append(parts[random.nextInt(few)]);
    }
    return target.toString();
  }
}
