package co.tambo.benchmarks;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What the exchange with Tambo adds: to a user whose token is cached, to a thousand at once, and to
 * one whose token is about to end.
 */
final class Exchange {

  private static final int CALLERS = 1_000;

  private Exchange() {}

  static List<Row> measure(Profile profile, Jdk jdk) throws Exception {
    List<Row> rows =
        new ArrayList<>(
            new JmhRun(profile, jdk).run(ExchangeBenchmark.class, "decide", Map.of()).rows());
    try (ChildJvm jvm = ChildJvm.start(jdk, List.of(), Exchange.class, List.of())) {
      for (String users : List.of("1", Integer.toString(CALLERS))) {
        double[] figures = jvm.figures("stampede");
        rows.add(
            Row.of("stampede of 1000 callers", jdk)
                .with("users", users)
                .with("ms", figures[0])
                .with("exchanges", figures[1])
                .with("admitted", figures[2]));
      }
    }
    rows.add(renewal(jdk));
    return rows;
  }

  private static Row renewal(Jdk jdk) throws IOException {
    try (ChildJvm jvm = ChildJvm.start(jdk, List.of(), RenewalProbe.class, List.of())) {
      double[] waited = jvm.figures("waited");
      return Row.of("wait as the Tambo token ends", jdk)
          .with("firstMs", waited[0])
          .with("renewingMs", waited[1])
          .with("renewedMs", waited[2])
          .with("unrenewedMs", waited[3]);
    }
  }

  /** Stampedes, for one user and for as many as callers. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    stampede(callers, CALLERS); // loads classes
    for (int users : new int[] {1, CALLERS}) {
      System.out.println("stampede " + stampede(callers, users));
    }
    callers.shutdownNow();
  }

  /**
   * Returns how long it took until the last answer, in ms; how many exchanges; how many came in.
   */
  private static String stampede(ExecutorService callers, int users) throws Exception {
    try (FakeIssuer issuer = FakeIssuer.start();
        FakeTambo tambo = FakeTambo.trusting(issuer);
        TamboAuthenticator authenticator =
            TamboAuthenticator.of(
                ExchangeBenchmark.config(issuer, tambo, "required"), TamboAuthListener.NONE)) {
      List<TokenRequest> requests =
          IntStream.range(0, users)
              .mapToObj(i -> new TokenRequest("Bearer " + issuer.token("user-" + i).text()))
              .toList();
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> admitted = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        TokenRequest request = requests.get(i % users);
        admitted.add(
            callers.submit(
                () -> {
                  start.await();
                  return authenticator.authenticate(request) instanceof AuthDecision.Admitted;
                }));
      }
      long before = System.nanoTime();
      start.countDown();
      int count = 0;
      for (Future<Boolean> caller : admitted) {
        count += caller.get() ? 1 : 0;
      }
      return (System.nanoTime() - before) / 1e6 + " " + tambo.exchanges() + " " + count;
    }
  }
}
