package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole requests to a server, with and without protection; this JVM is the load. The sites of one
 * server are asked in turn, round by round, so that what disturbs the machine disturbs all of them.
 */
final class Requests {

  /** What the requests of a load have in common. */
  private enum Tokens {
    KNOWN,
    NEW,
    REFUSED
  }

  private static final int ROUNDS = 5;
  private static final int DIFFERENT = 100;
  private static final int NEW_AT_ONCE = 2_000;

  private final Jdk jdk;
  private final Duration duration;
  private final List<byte[]> known;
  private final List<byte[]> fresh;
  private final List<byte[]> refused;
  private final String keySet;
  private final List<Row> rows = new ArrayList<>();

  private Requests(Profile profile, Jdk jdk, DemoIssuer issuer) {
    this.jdk = jdk;
    this.duration = Duration.ofSeconds(profile.full() ? 10 : 2);
    this.known = requests(issuer, TokenKind.GOOD, 0, DIFFERENT);
    this.fresh = requests(issuer, TokenKind.GOOD, DIFFERENT, 2 * ROUNDS * NEW_AT_ONCE);
    this.refused = requests(issuer, TokenKind.BAD_SIGNATURE, 0, DIFFERENT);
    this.keySet = issuer.keySet();
  }

  static List<Row> measure(Profile profile, Jdk jdk) throws Exception {
    try (DemoIssuer issuer = new DemoIssuer(SignatureAlgorithm.RS256)) {
      Requests requests = new Requests(profile, jdk, issuer);
      for (String server : List.of("jetty", "tomcat")) {
        requests.measure(server, "platform", List.of(Protection.values()));
        if (jdk.version() >= 21) {
          requests.measure(server, "virtual", List.of(Protection.NONE, Protection.TAMBO));
        }
      }
      return requests.rows;
    }
  }

  private static List<byte[]> requests(DemoIssuer issuer, TokenKind kind, int from, int count) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      requests.add(Connection.request(kind.of(issuer, from + i)));
    }
    return requests;
  }

  private void measure(String server, String threads, List<Protection> protections)
      throws Exception {
    List<RunningSite> sites = new ArrayList<>();
    try {
      for (Protection protection : protections) {
        sites.add(RunningSite.start(jdk, server, threads, protection, keySet));
      }
      for (RunningSite site : sites) {
        warmUp(site);
      }
      measure(Tokens.KNOWN, sites);
      if (threads.equals("platform")) {
        List<RunningSite> guarded = sites.stream().filter(RunningSite::guarded).toList();
        measure(Tokens.NEW, guarded);
        measure(Tokens.REFUSED, guarded);
      }
    } finally {
      sites.forEach(RunningSite::close);
    }
  }

  /** A refused token is verified each time, so a verifier that remembers is warm as well. */
  private void warmUp(RunningSite site) throws InterruptedException {
    if (site.guarded()) {
      load(Tokens.REFUSED, site, 0).throughput(duration.multipliedBy(2));
    }
    load(Tokens.KNOWN, site, 0).throughput(duration.multipliedBy(3));
  }

  private void measure(Tokens tokens, List<RunningSite> sites) throws InterruptedException {
    Map<RunningSite, List<RunningSite.Figures>> rounds = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (RunningSite site : sites) {
        Load full = load(tokens, site, 2 * round);
        Load half = load(tokens, site, 2 * round + 1);
        rounds
            .computeIfAbsent(site, first -> new ArrayList<>())
            .add(site.measure(full, half, duration));
      }
    }
    rounds.forEach((site, figures) -> rows.add(site.row(tokens.name(), figures)));
  }

  private Load load(Tokens tokens, RunningSite site, int number) {
    return switch (tokens) {
      case KNOWN -> new Load(site.port(), known, 200, true);
      case NEW -> {
        int from = number * NEW_AT_ONCE;
        yield new Load(site.port(), fresh.subList(from, from + NEW_AT_ONCE), 200, false);
      }
      case REFUSED -> new Load(site.port(), refused, 401, true);
    };
  }
}
