package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.SocketServer.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpThreadsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  private List<Thread> started(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.getName().startsWith(prefix))
        .toList();
  }

  /** One that ends may have given its last piece of work to a new one. */
  private void joinAll(String prefix) throws InterruptedException {
    for (List<Thread> alive = started(prefix); !alive.isEmpty(); alive = started(prefix)) {
      alive.get(0).join();
    }
  }

  private static void call(HttpFetch fetch) throws IOException {
    try (SocketServer server = SocketServer.start(ok("x"))) {
      fetch.send(HttpRequest.newBuilder(server.uri("/")).build(), LONG, 10).join();
    }
  }

  @Test
  void unusedClientHasNoThreadOfOurs() {
    try (HttpFetch fetch = HttpFetch.create()) {
      assertFalse(fetch.toString().isEmpty());
      assertEquals(List.of(), started("tambo-auth"));
    }
  }

  @Test
  void threadsAreDaemonsOfOurOwnLoader() throws IOException {
    try (HttpFetch fetch = HttpFetch.create()) {
      call(fetch);
      List<Thread> threads = started("tambo-auth-http");
      assertFalse(threads.isEmpty());
      assertTrue(threads.stream().allMatch(Thread::isDaemon));
      assertEquals(
          Set.of(HttpFetch.class.getClassLoader()),
          threads.stream().map(Thread::getContextClassLoader).collect(Collectors.toSet()));
    }
  }

  @Test
  void threadsOfAnIdleClientEnd() throws Exception {
    try (HttpFetch fetch = HttpFetch.create()) {
      call(fetch);
      joinAll("tambo-auth-http");
      assertEquals(List.of(), started("tambo-auth-http"));
    }
  }

  @Test
  @Attack("L03")
  void closedClientHasNoThreadOfOurs() throws IOException {
    HttpFetch fetch = HttpFetch.create();
    call(fetch);
    fetch.close();
    assertEquals(List.of(), started("tambo-auth"));
  }

  @Test
  @Attack("L03")
  void selectorOfTheJdkEndsAfterClose() throws Exception {
    HttpFetch fetch = HttpFetch.create();
    call(fetch);
    List<Thread> selectors = started("HttpClient-");
    assertEquals(1, selectors.size());
    fetch.close();
    while (selectors.get(0).isAlive()) {
      System.gc();
      selectors.get(0).join(100);
    }
  }

  @Test
  @Attack("L03")
  void selectorOfTheJdkDoesNotKeepTheApplicationsLoader() throws Exception {
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0], mine)) {
      Thread.currentThread().setContextClassLoader(application);
      try (HttpFetch fetch = HttpFetch.create()) {
        call(fetch);
        started("HttpClient-")
            .forEach(thread -> assertNotSame(application, thread.getContextClassLoader()));
      }
    } finally {
      Thread.currentThread().setContextClassLoader(mine);
    }
  }
}
