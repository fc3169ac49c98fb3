package co.tambo.probe;

import co.tambo.auth.internal.json.Json;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Server-sent events, each of which says who the caller is: {@code events=N&millis=M}. */
final class Events implements Page, AutoCloseable {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "probe-events");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/event-stream");
    int events = Integer.parseInt(request.getParameter("events"));
    long millis = Long.parseLong(request.getParameter("millis"));
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(0);
    clock.execute(() -> send(async, events, millis));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the answer ends itself
  private void send(AsyncContext async, int left, long millis) {
    if (left == 0) {
      async.complete();
      return;
    }
    try {
      PrintWriter writer = async.getResponse().getWriter();
      HttpServletRequest request = (HttpServletRequest) async.getRequest();
      writer.write("data: " + Json.write(Who.servletFacts(request)) + "\n\n");
      writer.flush();
      clock.schedule(() -> send(async, left - 1, millis), millis, TimeUnit.MILLISECONDS);
    } catch (IOException | RuntimeException broken) {
      async.complete();
    }
  }
}
