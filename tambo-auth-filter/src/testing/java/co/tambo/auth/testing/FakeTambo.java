package co.tambo.auth.testing;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The Tambo API on loopback, as the real one was observed to answer: {@code POST /oauth/token} and
 * the threads of {@code /v1}, each user's apart. Thread-safe; keeps no JVM alive.
 *
 * <pre>{@code
 * try (FakeIssuer issuer = FakeIssuer.start(); FakeTambo tambo = FakeTambo.trusting(issuer)) {
 *   configure("tambo.url", tambo.url(), "tambo.api-key", tambo.apiKey());
 *   call(issuer.token("alice").text());
 *   assertEquals(1, tambo.exchanges());
 * }
 * }</pre>
 */
public final class FakeTambo implements AutoCloseable {

  private final Projects projects = new Projects();
  private final ProviderNetwork network = new ProviderNetwork();
  private final TamboProject project = projects.create();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger exchanges = new AtomicInteger();
  private final TokenCounts exchangesByToken = new TokenCounts();
  private final TamboRouter router;
  private final LoopbackServer server;
  private volatile @Nullable Responder exchangeResponder;
  private volatile @Nullable ReceivedRequest lastRequest;

  private FakeTambo(InstantSource clock) {
    this.router = new TamboRouter(projects, network, clock);
    this.server = new LoopbackServer(this::arrived, this::answer);
  }

  /** Starts a Tambo with one project that was never configured and knows no issuer. */
  public static FakeTambo start() {
    return start(Clock.systemUTC());
  }

  /** Starts a Tambo that takes the time from elsewhere; a {@link Clock} will do. */
  public static FakeTambo start(InstantSource clock) {
    return new FakeTambo(clock);
  }

  /** Starts a Tambo whose project accepts an issuer's tokens, for issuers without a path. */
  public static FakeTambo trusting(FakeIssuer issuer) {
    return start().trust(issuer);
  }

  /**
   * Makes an issuer reachable by its name, as if it were out there with an https address. What
   * Tambo refuses for another reason, such as a path in the name, it still refuses.
   */
  public FakeTambo trust(FakeIssuer issuer) {
    network.resolve(issuer);
    return this;
  }

  /** Makes GitHub reachable. */
  public FakeTambo trust(FakeGitHub github) {
    network.resolve(github.url());
    return this;
  }

  /** Returns the address, such as {@code http://127.0.0.1:40124}. */
  public String url() {
    return server.origin();
  }

  /** Returns the API key of the first project. */
  public String apiKey() {
    return project.apiKey();
  }

  /** Returns the first project. */
  public TamboProject project() {
    return project;
  }

  /** Adds a project with an API key of its own. */
  public TamboProject addProject() {
    return projects.create();
  }

  /** Returns a well-formed API key of a project that does not exist. */
  public String apiKeyWithoutProject() {
    return projects.keyWithoutProject();
  }

  /** Takes the database away, or gives it back: exchanges and bearer tokens fail with 401. */
  public void setDatabaseDown(boolean down) {
    projects.setDatabaseDown(down);
  }

  /** Answers exchanges otherwise than Tambo does. */
  public void answerExchangesWith(Responder responder) {
    exchangeResponder = responder;
  }

  /** Answers exchanges as Tambo does again. */
  public void answerNormally() {
    exchangeResponder = null;
  }

  /** Returns what Tambo would answer to a request; for responders that change just a part. */
  public Answer normalAnswer(ReceivedRequest request) {
    return router.answer(request);
  }

  /** Goes out of order until {@link #comeBack()}. */
  public void goDown(Outage outage) {
    server.goDown(outage);
  }

  /** Is in order again, at the same address, with the same projects and threads. */
  public void comeBack() {
    server.comeBack();
  }

  /** Holds all answers back until the result is closed. */
  public HeldAnswers holdAnswers() {
    return server.holdAnswers();
  }

  /** Returns how many requests of any kind have arrived. */
  public int requests() {
    return requests.get();
  }

  /** Returns how many exchanges have been asked for. */
  public int exchanges() {
    return exchanges.get();
  }

  /** Returns how many exchanges of one subject token, of the latest thousand, were asked for. */
  public int exchangesOf(String subjectToken) {
    return exchangesByToken.of(subjectToken);
  }

  /** Returns the request that arrived last. */
  public Optional<ReceivedRequest> lastRequest() {
    return Optional.ofNullable(lastRequest);
  }

  /** Stops. */
  @Override
  public void close() {
    server.close();
  }

  private void arrived(ReceivedRequest request) {
    lastRequest = request;
    requests.incrementAndGet();
    if (TamboRouter.isExchange(request)) {
      exchanges.incrementAndGet();
      request.form().getOrDefault("subject_token", List.of()).forEach(exchangesByToken::add);
    }
  }

  private Answer answer(ReceivedRequest request) {
    Responder responder = exchangeResponder;
    return responder != null && TamboRouter.isExchange(request)
        ? responder.answer(request)
        : router.answer(request);
  }
}
