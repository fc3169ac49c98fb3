package co.tambo.auth.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An HTTP server on a free port of loopback that keeps no JVM alive. Thread-safe. */
final class LoopbackServer implements AutoCloseable {

  private final Consumer<ReceivedRequest> arrivals;
  private final Responder responder;
  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final int port;
  private HttpServer server;
  private @Nullable Socket kept;
  private volatile @Nullable Outage outage;
  private volatile @Nullable HeldAnswers held;

  /**
   * Starts a server.
   *
   * @param arrivals told of every request before it may be held
   */
  LoopbackServer(Consumer<ReceivedRequest> arrivals, Responder responder) {
    this.arrivals = arrivals;
    this.responder = responder;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  void goDown(Outage kind) {
    locked(
        () -> {
          outage = kind;
          listen(kind != Outage.CONNECTION_REFUSED);
        });
  }

  void comeBack() {
    locked(
        () -> {
          listen(true);
          outage = null;
        });
  }

  private void listen(boolean wanted) {
    if (!wanted && kept == null) {
      server.stop(0);
      kept = keepPort();
    } else if (wanted && kept != null) {
      release(kept);
      kept = null;
      server = listen(port);
    }
  }

  HeldAnswers holdAnswers() {
    HeldAnswers hold = new HeldAnswers();
    held = hold;
    return hold;
  }

  @Override
  public void close() {
    closed.countDown();
    HeldAnswers hold = held;
    if (hold != null) {
      hold.close();
    }
    locked(this::stop);
    threads.shutdownNow();
  }

  private void stop() {
    server.stop(0);
    if (kept != null) {
      release(kept);
    }
  }

  /** Binds the port without listening: connections are refused, and nobody else takes it. */
  private Socket keepPort() {
    Socket socket = new Socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(loopback(port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(Socket kept) {
    try {
      kept.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress loopback(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  private HttpServer listen(int wantedPort) {
    // Without it the JDK's server sends head and body 40 ms apart.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      HttpServer created = HttpServer.create(loopback(wantedPort), 0);
      created.setExecutor(threads);
      created.createContext("/", this::handle);
      startAsDaemon(created);
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the server from a daemon thread, because its own inherits that. */
  private static void startAsDaemon(HttpServer created) {
    Thread starter = daemon(created::start);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "tambo-auth-testing");
    thread.setDaemon(true);
    return thread;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ReceivedRequest request =
          new ReceivedRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      arrivals.accept(request);
      HeldAnswers hold = held;
      if (hold != null && !hold.isReleased()) {
        hold.hold();
      }
      respond(exchange, request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void respond(HttpExchange exchange, ReceivedRequest request)
      throws IOException, InterruptedException {
    Outage present = outage;
    if (present == Outage.NO_ANSWER) {
      return;
    }
    send(
        exchange,
        present == null
            ? responder.answer(request)
            : Answer.html(503, "<html><body><h1>503 Service Unavailable</h1></body></html>"));
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
    byte[] body = answer.body();
    answer.headers().forEach(h -> exchange.getResponseHeaders().add(h.getKey(), h.getValue()));
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      sendBody(exchange.getResponseBody(), body, answer.delivery());
    }
  }

  private void sendBody(OutputStream out, byte[] body, Answer.Delivery delivery)
      throws IOException, InterruptedException {
    switch (delivery) {
      case WHOLE -> out.write(body);
      case DRIPPING -> drip(out, body);
      case STALLED -> {
        sendHalf(out, body);
        closed.await();
      }
      case CUT_SHORT -> sendHalf(out, body);
    }
  }

  private void drip(OutputStream out, byte[] body) throws IOException, InterruptedException {
    for (byte one : body) {
      out.write(one);
      out.flush();
      if (closed.await(10, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private static void sendHalf(OutputStream out, byte[] body) throws IOException {
    out.write(Arrays.copyOf(body, body.length / 2));
    out.flush();
  }
}
