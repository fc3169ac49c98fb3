package co.tambo.auth.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthError;
import co.tambo.auth.testing.FakeIssuer;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Attacks over raw sockets against one adapter in every container. The application has the parts
 * {@code app} (protected), {@code public} (under {@code /public/*}, which is open, as are {@code
 * /exact} and {@code *.css}) and {@code elsewhere} (the rest, protected), and notes every visit.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class WireAttacks {

  static final String ME = "/app/me";

  private static final int TIMEOUT_MILLIS = 30_000;

  private final FakeIssuer issuer = FakeIssuer.start();
  private final Map<String, Site> sites = new HashMap<>();

  /** An application that runs. */
  protected record Site(Deployment deployment, Visits visits) {

    /** Sends a request. */
    public RawResponse send(RawRequest request) throws IOException {
      return RawResponse.to(request, deployment.port());
    }

    /** Sends any text and returns the answer, empty if there is none. */
    String exchanged(String text) throws IOException {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), deployment.port())) {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  /** Returns the application, behind the adapter under these settings. */
  protected abstract ServletContainerInitializer application(
      Map<String, String> settings, Visits visits);

  @AfterAll
  void undeploy() throws IOException {
    for (Site site : sites.values()) {
      site.deployment().close();
    }
    issuer.close();
  }

  final FakeIssuer issuer() {
    return issuer;
  }

  /** Returns a good token of alice. */
  protected final String token() {
    return issuer.token("alice").text();
  }

  /** Returns the application under the usual settings. */
  protected final Site site(Container container) throws Exception {
    return site(container, Map.of());
  }

  final Site site(Container container, Map<String, String> more) throws Exception {
    return site(container, "", true, more);
  }

  /** Returns the application, which is deployed once for equal arguments. */
  final Site site(
      Container container, String contextPath, boolean wideHeaders, Map<String, String> more)
      throws Exception {
    String key = container + contextPath + wideHeaders + more;
    Site there = sites.get(key);
    if (there == null) {
      Visits visits = new Visits();
      WebApplication application = WebApplication.of(application(settings(more), visits));
      WebApplication placed = application.at(contextPath);
      there = new Site(container.start(wideHeaders ? placed : placed.usualHeaders()), visits);
      sites.put(key, there);
    }
    return there;
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tambo.issuer", issuer.issuer());
    settings.put("tambo.audience", FakeIssuer.AUDIENCE);
    settings.put("tambo.public-paths", "/public/*,/exact,*.css");
    settings.putAll(more);
    settings.values().removeIf(String::isEmpty);
    return settings;
  }

  /**
   * Sends a request and checks its answer.
   *
   * @param answers what comes back: one word for all containers or one for each; {@code missing},
   *     {@code malformed}, {@code conflict}, {@code invalid} are refusals of ours, a number is the
   *     container's own answer, any other word is a part that alice reached, {@code part:nobody}
   *     one that nobody did
   */
  protected final void attack(Container container, Site site, RawRequest request, String answers)
      throws IOException {
    String answer = answerOf(container, answers);
    site.visits().taken();
    RawResponse response = site.send(request);
    List<String> visits = site.visits().taken();
    try {
      check(answer, response, visits);
    } catch (AssertionError e) {
      throw new AssertionError(container + " " + shown(request) + ": " + e.getMessage(), e);
    }
  }

  private static String answerOf(Container container, String answers) {
    String[] words = answers.split(" ", -1);
    if (words.length == 1) {
      return words[0];
    }
    return switch (container) {
      case TOMCAT -> words[0];
      case JETTY -> words[1];
      case UNDERTOW -> words[2];
    };
  }

  private static String shown(RawRequest request) {
    String text = request.method() + " " + request.target() + " " + request.headers();
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(300)
        .forEach(
            c ->
                shown.append(
                    c < ' ' || c > '~' ? String.format("\\u%04x", c) : Character.toString(c)));
    return shown.toString();
  }

  private static void check(String answer, RawResponse response, List<String> visits) {
    switch (answer) {
      case "missing" -> refused(AuthError.CREDENTIAL_MISSING, "unauthenticated", response, visits);
      case "malformed" -> refused(AuthError.CREDENTIAL_MALFORMED, "invalid", response, visits);
      case "conflict" -> refused(AuthError.CREDENTIALS_CONFLICT, "invalid", response, visits);
      case "invalid" -> refused(AuthError.TOKEN_INVALID, "error", response, visits);
      case "none" -> {
        assertEquals(List.of(), visits, response::toString);
        assertTrue(response.status() < 300, response::toString);
      }
      default -> {
        if (Character.isDigit(answer.charAt(0))) {
          containers(Integer.parseInt(answer), response, visits);
        } else {
          String visit = answer.contains(":") ? answer.replace(':', ' ') : answer + " alice";
          assertEquals(List.of(visit), visits, response::toString);
        }
      }
    }
  }

  private static void refused(
      AuthError error, String state, RawResponse response, List<String> visits) {
    assertEquals(List.of(), visits, response::toString);
    Expectation.refused(error, state).check(response);
  }

  private static void containers(int status, RawResponse response, List<String> visits) {
    assertEquals(List.of(), visits, response::toString);
    assertEquals(status, response.status(), response::toString);
    assertEquals(List.of(), response.values(Expectation.CHALLENGE), response::toString);
    assertFalse(response.body().contains("TAMBO-"), response::toString);
  }
}
