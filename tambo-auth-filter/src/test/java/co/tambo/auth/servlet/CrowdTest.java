package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboTokenException;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand users at once, each on a connection of their own, through the filter to Tambo. */
@Timeout(120)
class CrowdTest {

  private static final int USERS = 1000;

  /** Tambo is asked 64 times at once; who finds no turn comes again. */
  private static final int MOST_ROUNDS = 50;

  private final HttpClient http = HttpClient.newHttpClient();

  private static void deploy(ServletContextHandler context, FakeIssuer issuer, FakeTambo tambo) {
    FilterHolder filter = new FilterHolder(new TamboAuthFilter());
    filter.setInitParameters(
        Map.of(
            "tambo.issuer", issuer.issuer(),
            "tambo.audience", FakeIssuer.AUDIENCE,
            "tambo.url", tambo.url(),
            "tambo.api-key", tambo.apiKey()));
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(
        Page.of(
            (request, response) -> {
              String user = request.getRemoteUser();
              response.getWriter().write(user + " " + tokenOf(TamboAuth.of(request::getAttribute)));
            }),
        "/me");
  }

  private static String tokenOf(TamboAuth auth) {
    try {
      return auth.tamboToken().value();
    } catch (TamboTokenException busy) {
      return "";
    }
  }

  private CompletableFuture<HttpResponse<String>> ask(URI me, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(me).header("Authorization", "Bearer " + token).build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Object subject(String token) throws JsonException {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return String.valueOf(Json.readObject(claims).get("sub"));
  }

  /** Returns whether it has come with a token. */
  private static boolean isOwn(String user, HttpResponse<String> answer) throws JsonException {
    assertEquals(200, answer.statusCode());
    String[] userAndToken = answer.body().split(" ", -1);
    assertEquals(user, userAndToken[0]);
    if (userAndToken[1].isEmpty()) {
      return false;
    }
    assertEquals(user, subject(userAndToken[1]));
    return true;
  }

  @Test
  @Attack("X02")
  void everybodyGetsTheirOwnPrincipalAndTheirOwnToken() throws Exception {
    Map<String, String> waiting = new HashMap<>();
    try (FakeIssuer issuer = FakeIssuer.start();
        FakeTambo tambo = FakeTambo.trusting(issuer);
        JettyDeployment jetty = JettyDeployment.start(context -> deploy(context, issuer, tambo))) {
      for (int i = 0; i < USERS; i++) {
        waiting.put("user-" + i, issuer.token("user-" + i).text());
      }
      URI me = URI.create("http://127.0.0.1:" + jetty.port() + "/me");
      for (int round = 0; round < MOST_ROUNDS && !waiting.isEmpty(); round++) {
        Map<String, CompletableFuture<HttpResponse<String>>> asked = new HashMap<>();
        waiting.forEach((user, token) -> asked.put(user, ask(me, token)));
        for (var answer : asked.entrySet()) {
          if (isOwn(answer.getKey(), answer.getValue().get())) {
            waiting.remove(answer.getKey());
          }
        }
      }
      assertTrue(waiting.isEmpty(), () -> waiting.keySet() + " never got a token");
    }
  }
}
