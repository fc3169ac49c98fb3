package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.Outage;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * Mixed load against the filter in a Jetty, for as many seconds as the argument says after it has
 * warmed up: good, expired and forged tokens, none at all, keys that rotate, a Tambo that comes and
 * goes. Prints what came of it, with the classes that grew most, and ends with 1 if any answer was
 * wrong.
 */
final class Soak {

  private static final int WORKERS = 4;
  private static final int USERS = 200;
  private static final long ROTATION_SECONDS = 20;
  private static final long FLAP_SECONDS = 7;

  /** Short, so that the caches forget as much as they learn once this run is warm. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

  private static final long WARM_UP_SECONDS = 150;

  /** Under a flood of invented kids, a key may take 5 seconds to be known. */
  private static final long SETTLING_SECONDS = 6;

  private static final int BUCKETS = 100_000;
  private static final int BUCKET_NANOS = 100_000;

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeIssuer stranger = FakeIssuer.builder().start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLongArray latencies = new AtomicLongArray(BUCKETS);
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong exchangesRefused = new AtomicLong();
  private final Map<String, Long> wrongKinds = new ConcurrentHashMap<>();
  private volatile List<String> tokens = List.of();

  private Soak() {}

  /** Runs for as many seconds as the first argument says; 180 without one. */
  public static void main(String[] arguments) throws Exception {
    long seconds = arguments.length == 0 ? 180 : Long.parseLong(arguments[0]);
    Soak soak = new Soak();
    try (JettyDeployment jetty = soak.start()) {
      URI home = URI.create("http://127.0.0.1:" + jetty.port());
      soak.run(home, Duration.ofSeconds(Math.min(seconds, WARM_UP_SECONDS)));
      soak.clear();
      String before = soak.state();
      HeapHistogram warm = HeapHistogram.now();
      soak.run(home, Duration.ofSeconds(seconds));
      soak.report(before, soak.state());
      HeapHistogram.now().grownSince(warm).forEach(System.out::println);
    }
    System.exit(soak.wrong.get() == 0 ? 0 : 1);
  }

  private JettyDeployment start() throws Exception {
    renewTokens();
    return JettyDeployment.start(this::deploy);
  }

  private void deploy(ServletContextHandler context) {
    FilterHolder filter = new FilterHolder(new TamboAuthFilter());
    filter.setInitParameters(
        Map.of(
            "tambo.issuer", issuer.issuer(),
            "tambo.audience", FakeIssuer.AUDIENCE,
            "tambo.url", tambo.url(),
            "tambo.api-key", tambo.apiKey(),
            "tambo.public-paths", "/public/*"));
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", EnumSet.allOf(DispatcherType.class));
    context.addServlet(Page.text("public"), "/public/*");
    context.addServlet(
        Page.of((request, response) -> response.getWriter().write(request.getRemoteUser())),
        "/app/me");
    context.addServlet(
        Page.of(
            (request, response) -> {
              TamboAuth auth = TamboAuth.of(request::getAttribute);
              response.getWriter().write(auth.tamboToken().value().isEmpty() ? "" : "token");
            }),
        "/app/exchange");
  }

  private void run(URI home, Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      Random random = new Random(i);
      threads.add(new Thread(() -> work(home, random, end)));
    }
    threads.add(new Thread(() -> disturb(end)));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void work(URI home, Random random, long end) {
    while (System.nanoTime() - end < 0) {
      int user = random.nextInt(USERS);
      String good = tokens.get(user);
      try {
        switch (random.nextInt(10)) {
          case 0 -> ask(home, "/app/me", expired(user), Set.of(401), "");
          case 1 -> ask(home, "/app/me", forged(user), Set.of(401), "");
          case 2 -> ask(home, "/app/me", altered(random, good), Set.of(401), "");
          case 3 -> ask(home, "/app/me", "", Set.of(401), "");
          case 4 -> ask(home, "/public/x", "", Set.of(200), "public");
          case 5, 6 -> ask(home, "/app/exchange", good, Set.of(200, 503), "token");
          default -> ask(home, "/app/me", good, Set.of(200), "user-" + user);
        }
      } catch (IOException e) {
        failed(e.toString());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private String expired(int user) {
    return issuer.token("user-" + user).expiresIn(Duration.ofMinutes(-5)).text();
  }

  private String forged(int user) {
    return issuer.token("user-" + user).signedBy(stranger).text();
  }

  /** Not in case alone, for Jetty may give an earlier token of the connection then. */
  private static String altered(Random random, String token) {
    int at = random.nextInt(token.length());
    char other = Character.toUpperCase(token.charAt(at)) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private void ask(URI home, String path, String token, Set<Integer> allowed, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    long start = System.nanoTime();
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    long took = (System.nanoTime() - start) / BUCKET_NANOS;
    latencies.incrementAndGet((int) Math.min(took, BUCKETS - 1));
    requests.incrementAndGet();
    exchangesRefused.addAndGet(answer.statusCode() == 503 ? 1 : 0);
    boolean right = answer.statusCode() != 200 || answer.body().equals(body);
    if (!allowed.contains(answer.statusCode()) || !right) {
      failed(
          path
              + " "
              + allowed
              + " answered "
              + answer.statusCode()
              + answer.headers().allValues("WWW-Authenticate"));
    }
  }

  private void failed(String what) {
    wrong.incrementAndGet();
    wrongKinds.merge(what, 1L, Long::sum);
  }

  /** Lets the keys rotate and Tambo come and go. */
  private void disturb(long end) {
    long nextRotation = in(ROTATION_SECONDS);
    long nextUse = in(ROTATION_SECONDS + SETTLING_SECONDS);
    long nextFlap = in(FLAP_SECONDS);
    boolean down = false;
    while (System.nanoTime() - end < 0) {
      pause();
      if (System.nanoTime() - nextRotation > 0) {
        nextRotation = in(ROTATION_SECONDS);
        nextUse = in(SETTLING_SECONDS);
        issuer.withdrawOldKeys();
        issuer.rotateKeys();
      }
      if (System.nanoTime() - nextUse > 0) {
        nextUse = in(ROTATION_SECONDS + SETTLING_SECONDS);
        renewTokens();
      }
      if (System.nanoTime() - nextFlap > 0) {
        nextFlap = in(FLAP_SECONDS);
        down = !down;
        flap(down);
      }
    }
    flap(false);
  }

  private static long in(long seconds) {
    return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
  }

  private void flap(boolean down) {
    if (down) {
      tambo.goDown(Outage.SERVICE_UNAVAILABLE);
    } else {
      tambo.comeBack();
    }
  }

  private void renewTokens() {
    tokens = IntStream.range(0, USERS).mapToObj(this::token).toList();
  }

  private String token(int user) {
    return issuer.token("user-" + user).expiresIn(TOKEN_LIFE).text();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clear() {
    requests.set(0);
    wrong.set(0);
    exchangesRefused.set(0);
    wrongKinds.clear();
    for (int i = 0; i < BUCKETS; i++) {
      latencies.set(i, 0);
    }
  }

  private String state() {
    System.gc();
    System.gc();
    long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    return "heap " + bytes / 1024 + " KiB, threads " + threads;
  }

  private double percentile(double share) {
    long left = (long) Math.ceil(requests.get() * share);
    for (int i = 0; i < BUCKETS; i++) {
      left -= latencies.get(i);
      if (left <= 0) {
        return (i + 1) * (double) BUCKET_NANOS / 1_000_000;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private void report(String before, String after) {
    System.out.printf(
        Locale.ROOT,
        "requests %d, wrong %d, exchanges refused in outages %d, p50 %.1f ms, p99 %.1f ms%n",
        requests.get(),
        wrong.get(),
        exchangesRefused.get(),
        percentile(0.5),
        percentile(0.99));
    System.out.println("start: " + before + "; end: " + after);
    wrongKinds.forEach((what, count) -> System.out.println("wrong: " + count + " x " + what));
  }
}
