package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.Answer;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a token, a key or a secret comes to light anywhere in a run of everything. */
class CanaryTest {

  private static final String SIGNING_SECRET = "canary-Kq7vX2mB9tR4wZ6pL1sD8fG3hJ5";
  private static final String SHARED_SECRET = "canary-Zp4nT8cV1yQ6eA9uM3kW7xB2rF5";
  private static final String CLIENT_SECRET = "canary-Gd2sL7oN5iH8jC4bE1vU6tY9qP3";
  private static final String SESSION_SECRET = "canary-Wm6rK1zX8aS3fD7gQ2hJ5lT9nV4";

  /** Whatever is written by java.util.logging, from the finest level on. */
  private static final class Lines extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      StringWriter text = new StringWriter();
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(new PrintWriter(text));
      }
      lines.add(line.getLoggerName() + " " + line.getMessage() + text);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final Logger root = Logger.getLogger("co.tambo");
  private final Lines lines = new Lines();
  private final List<String> seen = new ArrayList<>();
  private final List<String> secrets =
      new ArrayList<>(
          List.of(
              SIGNING_SECRET, SHARED_SECRET, CLIENT_SECRET, SESSION_SECRET, "canary", "Bearer ey"));
  private final List<TamboAuthenticator> open = new ArrayList<>();

  @BeforeEach
  void listen() {
    lines.setLevel(Level.ALL);
    root.setLevel(Level.ALL);
    root.addHandler(lines);
    secrets.add(tambo.apiKey());
  }

  @AfterEach
  void stop() {
    root.removeHandler(lines);
    root.setLevel(null);
    open.forEach(TamboAuthenticator::close);
    tambo.close();
    issuer.close();
  }

  private TamboAuthenticator authenticator(String... more) {
    return opened(
        FaultRun.with(
            Map.of(
                "tambo.issuer", issuer.issuer(),
                "tambo.audience", FakeIssuer.AUDIENCE,
                "tambo.url", tambo.url(),
                "tambo.api-key", tambo.apiKey()),
            more));
  }

  private TamboAuthenticator opened(Map<String, String> settings) {
    TamboAuthConfig config = TamboAuthConfig.of(settings);
    TamboAuthenticator authenticator = TamboAuthenticator.of(config);
    open.add(authenticator);
    seen.add(config + " " + config.policy() + " " + config.warnings());
    return authenticator;
  }

  private String token(String subject) {
    String token = issuer.token(subject).text();
    secrets.add(token);
    secrets.add(token.substring(token.lastIndexOf('.') + 1));
    return token;
  }

  private static FakeRequest bearing(String token) {
    return FakeRequest.get("/x").header("Authorization", "Bearer " + token);
  }

  /** Sends a request and looks at everything that anybody can get hold of. */
  private TamboAuth send(TamboAuthenticator authenticator, FakeRequest request) throws IOException {
    AuthDecision decision = authenticator.authenticate(request);
    TamboAuth auth = decision.auth();
    seen.add(decision + " " + auth + " " + auth.state() + " " + auth.getStatus());
    if (decision instanceof AuthDecision.Refused refused) {
      seen.add(refused.headers() + refused.body());
    }
    if (auth.principal().isPresent()) {
      seen.add(auth.principal().get() + " " + serialised(auth.principal().get()));
      try {
        TamboToken issued = auth.tamboToken();
        secrets.add(issued.value());
        seen.add(issued + " " + auth.requests());
      } catch (TamboTokenException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        seen.add(trace + " " + e.code() + e.getMessage());
      }
    }
    return auth;
  }

  private static String serialised(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private void assertNothingCameToLight() {
    seen.addAll(lines.lines);
    open.forEach(authenticator -> seen.addAll(HeldTexts.printed(authenticator)));
    Thread.getAllStackTraces().keySet().forEach(thread -> seen.add("thread " + thread.getName()));
    ManagementFactory.getPlatformMBeanServer()
        .queryNames(null, null)
        .forEach(name -> seen.add("bean " + name));
    for (String text : seen) {
      for (String secret : secrets) {
        assertFalse(text.contains(secret), () -> "<" + secret + "> is in <" + text + ">");
      }
    }
  }

  @Test
  @Attack({"I01", "I07", "C09"})
  void noSecretComesToLightWhateverHappens() throws IOException {
    TamboAuthenticator original = authenticator();
    String alice = token("alice");
    send(original, bearing(alice));
    send(original, bearing(alice + "x"));
    send(original, bearing(alice).header("Authorization", "Basic Y2FuYXJ5"));
    send(original, bearing(alice).query("access_token=" + alice));
    send(original, bearing("canary.canary.canary"));
    send(original, bearing("canary"));
    String foreign = issuer.token("eve").audience("other").text();
    secrets.add(foreign);
    send(original, bearing(foreign));
    send(
        authenticator(
            "tambo.exchange.subject-token",
            "signed",
            "tambo.exchange.signing-secret",
            SIGNING_SECRET),
        bearing(token("bob")));
    tambo.answerExchangesWith(request -> Answer.json(400, "{\"message\":\"canary\"}"));
    send(original, bearing(token("carol")));
    tambo.answerExchangesWith(request -> Answer.html(200, "<b>canary</b>"));
    send(original, bearing(token("dave")));
    issuer.answerKeySetWith(request -> Answer.json(200, "{\"canary\":1}"));
    send(authenticator(), bearing(token("frank")));
    issuer.answerDiscoveryWith(request -> Answer.json(200, "{\"issuer\":\"x\"}"));
    send(authenticator(), bearing(token("grace")));
    send(
        opened(
            Map.of(
                "tambo.verification", "secret",
                "tambo.secret", SHARED_SECRET,
                "tambo.issuer", "https://idp.example",
                "tambo.audience", "api")),
        bearing(token("heidi")));
    send(
        opened(Map.of("tambo.preset", "authjs", "tambo.session-secret", SESSION_SECRET)),
        FakeRequest.get("/x").cookie("authjs.session-token", alice));
    TamboAuthenticator asking =
        opened(
            Map.of(
                "tambo.issuer", issuer.issuer(),
                "tambo.audience", FakeIssuer.AUDIENCE,
                "tambo.introspection-url", issuer.introspectionUrl(),
                "tambo.client-id", issuer.clientId(),
                "tambo.client-secret", CLIENT_SECRET));
    String pair = issuer.clientId() + ":" + CLIENT_SECRET;
    secrets.add(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    send(asking, bearing("canary-opaque"));
    assertTrue(issuer.introspectionRequests() > 0, "the client secret is not used");
    assertTrue(lines.lines.size() > 20, () -> lines.lines.toString());
    assertNothingCameToLight();
  }

  @Test
  @Attack({"I01", "I07"})
  void problemsOfAConfigurationShowNoSecret() {
    for (String key :
        List.of(
            "tambo.api-key",
            "tambo.secret",
            "tambo.client-secret",
            "tambo.session-secret",
            "tambo.exchange.signing-secret",
            "tambo.public-key")) {
      TamboAuthConfig.TamboConfigException refused =
          assertThrows(
              TamboAuthConfig.TamboConfigException.class,
              () ->
                  TamboAuthConfig.of(
                      Map.of(
                          key, SHARED_SECRET + "\u0007", "tambo.access", "no", "tambo.none", "1")));
      StringWriter trace = new StringWriter();
      refused.printStackTrace(new PrintWriter(trace));
      seen.add(trace.toString());
    }
    assertNothingCameToLight();
  }

  @Test
  @Attack({"I01", "I06", "C07", "I02"})
  void defectIsSaidWithoutItsMessage() {
    TamboAuthenticator authenticator = authenticator();
    AuthDecision.Refused refused =
        assertInstanceOf(
            AuthDecision.Refused.class,
            authenticator.defect(
                new IllegalArgumentException(
                    "invalid header value: \"canary\"", new IOException("canary"))));
    assertEquals(503, refused.status());
    assertFalse(refused.body().contains("Exception"), refused.body());
    assertFalse(refused.body().contains("at co."), refused.body());
    seen.add(refused.headers() + refused.body());
    assertTrue(lines.lines.stream().anyMatch(line -> line.contains("IllegalArgumentException")));
    assertNothingCameToLight();
  }

  @Test
  @Attack({"I01", "I08"})
  void cachesHoldNoUserToken() throws IOException {
    TamboAuthenticator authenticator = authenticator();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tokens.add(token("user" + i));
      send(authenticator, bearing(tokens.get(i)));
    }
    assertEquals(20, tambo.exchanges());
    Set<String> held = HeldTexts.of(authenticator);
    assertTrue(held.contains("user7"), "the cached identities are not seen");
    assertTrue(held.stream().anyMatch(secrets::contains), "the Tambo tokens are not seen");
    for (String token : tokens) {
      String signature = token.substring(token.lastIndexOf('.') + 1);
      assertEquals(
          List.of(), held.stream().filter(text -> text.contains(signature)).toList(), "held");
    }
  }
}
