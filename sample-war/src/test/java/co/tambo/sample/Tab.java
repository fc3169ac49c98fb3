package co.tambo.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A tab with cookies of its own, driven over the browser's DevTools protocol by one thread. */
final class Tab implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 60;

  private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private String session = "";
  private int lastId;

  private Tab(String address) {
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener(answers, events))
            .join();
  }

  static Tab of(String browserAddress) throws InterruptedException {
    Tab tab = new Tab(browserAddress);
    String context =
        tab.send("Target.createBrowserContext", Json.createObjectBuilder())
            .getString("browserContextId");
    String target =
        tab.send(
                "Target.createTarget",
                Json.createObjectBuilder()
                    .add("url", "about:blank")
                    .add("browserContextId", context))
            .getString("targetId");
    tab.session =
        tab.send(
                "Target.attachToTarget",
                Json.createObjectBuilder().add("targetId", target).add("flatten", true))
            .getString("sessionId");
    tab.send("Page.enable", Json.createObjectBuilder());
    return tab;
  }

  /** Goes to an address and waits until the page is loaded. */
  void open(String url) throws InterruptedException {
    events.clear();
    send("Page.navigate", Json.createObjectBuilder().add("url", url));
    loaded();
  }

  /** Clicks a button that leads to a new page, and waits until that is loaded. */
  void clickThrough(String selector) throws InterruptedException {
    events.clear();
    text("document.querySelector('" + selector + "').click()");
    loaded();
  }

  /** Evaluates an expression in the page, waits for its promise, and returns it as text. */
  String text(String expression) throws InterruptedException {
    JsonObject answer =
        send(
            "Runtime.evaluate",
            Json.createObjectBuilder()
                .add("expression", "(async () => String(await (" + expression + ")))()")
                .add("awaitPromise", true)
                .add("returnByValue", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.getJsonObject("result").getString("value");
  }

  /** Waits until an expression is true in the page, looking again at each change of it. */
  void until(String condition) throws InterruptedException {
    text(
        "new Promise(done => { const look = () => { if ("
            + condition
            + ") { watch.disconnect(); done(); } };"
            + " const watch = new MutationObserver(look);"
            + " watch.observe(document, {subtree: true, childList: true, characterData: true,"
            + " attributes: true}); look(); })");
  }

  /** Makes the window as wide as a phone or a desk. */
  void resize(int width, int height) throws InterruptedException {
    send(
        "Emulation.setDeviceMetricsOverride",
        Json.createObjectBuilder()
            .add("width", width)
            .add("height", height)
            .add("deviceScaleFactor", 1)
            .add("mobile", false));
  }

  /** Keeps a picture of the whole page. */
  void picture(Path file) throws Exception {
    JsonObject answer =
        send(
            "Page.captureScreenshot",
            Json.createObjectBuilder().add("captureBeyondViewport", true));
    Files.write(file, Base64.getDecoder().decode(answer.getString("data")));
  }

  @Override
  public void close() {
    socket.abort();
  }

  private void loaded() throws InterruptedException {
    next(events, event -> event.getString("method").equals("Page.loadEventFired"));
  }

  private JsonObject send(String method, JsonObjectBuilder parameters) throws InterruptedException {
    int id = ++lastId;
    JsonObjectBuilder command =
        Json.createObjectBuilder().add("id", id).add("method", method).add("params", parameters);
    if (!session.isEmpty()) {
      command.add("sessionId", session);
    }
    socket.sendText(command.build().toString(), true).join();
    JsonObject answer = next(answers, message -> message.getInt("id") == id);
    if (answer.containsKey("error")) {
      throw new IllegalStateException(method + ": " + answer);
    }
    return answer.getJsonObject("result");
  }

  private static JsonObject next(BlockingQueue<JsonObject> from, Predicate<JsonObject> wanted)
      throws InterruptedException {
    while (true) {
      JsonObject message = from.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("the browser is silent");
      }
      if (wanted.test(message)) {
        return message;
      }
    }
  }

  /** Puts the texts of a socket together. */
  private static final class Listener implements WebSocket.Listener {

    private final BlockingQueue<JsonObject> answers;
    private final BlockingQueue<JsonObject> events;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<JsonObject> answers, BlockingQueue<JsonObject> events) {
      this.answers = answers;
      this.events = events;
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        add(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    private void add(String json) {
      try (JsonReader reader = Json.createReader(new StringReader(json))) {
        JsonObject message = reader.readObject();
        (message.containsKey("id") ? answers : events).add(message);
      }
    }
  }
}
