package co.tambo.auth.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.parts.Attack;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bean of the application's scope is given, request by request. */
class InjectionTest {

  @Test
  void beanOfTheApplicationSeesTheUserOfEachRequest() throws Exception {
    try (ShopSite site = new ShopSite((shop, request) -> shop.who())) {
      assertEquals("alice identified true", site.as("alice", "/app").body());
      assertEquals("null unauthenticated false", site.nobody("/app").body());
      assertEquals("bob identified true", site.as("bob", "/app").body());
    }
  }

  @Test
  void requestsAtTheSameTimeSeeEachTheirOwn() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    try (ShopSite site = new ShopSite((shop, request) -> shop.who() + met(together) + shop.who())) {
      CompletableFuture<RawResponse> bob =
          CompletableFuture.supplyAsync(() -> unchecked(site, "bob"));
      assertEquals("alice identified true,alice identified true", site.as("alice", "/app").body());
      assertEquals("bob identified true,bob identified true", bob.get(20, TimeUnit.SECONDS).body());
    }
  }

  @Test
  @Attack("C02")
  void anotherThreadKnowsNobodyUnlessItIsHandedTheRequest() throws Exception {
    try (ShopSite site =
        new ShopSite(
            (shop, request) ->
                String.join(
                    " ",
                    shop.who(),
                    elsewhere(() -> shop.user().getName()),
                    elsewhere(() -> shop.auth().getStatus()),
                    shop.who()))) {
      String body = site.as("alice", "/app").body();
      assertTrue(
          body.matches("alice identified true \\w+Exception \\w+Exception alice identified true"),
          body);
    }
  }

  private static String elsewhere(Supplier<String> question) {
    return CompletableFuture.supplyAsync(question, task -> new Thread(task).start())
        .handle((who, failure) -> failure == null ? who : nameOf(failure.getCause()))
        .join();
  }

  private static String nameOf(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  @Test
  void logoutIsSeenAtOnce() throws Exception {
    try (ShopSite site =
        new ShopSite((shop, request) -> shop.who() + loggedOut(request) + shop.who())) {
      assertEquals(
          "alice identified true,null unauthenticated false", site.as("alice", "/app").body());
    }
  }

  @Test
  void userIsShownWhole() throws Exception {
    try (ShopSite site =
        new ShopSite((shop, request) -> shop.everything() + " " + shop.essence())) {
      String body = site.as("alice", "/app").body();
      assertTrue(body.startsWith("alice[reader][][][") && body.contains("exp"), body);
      assertTrue(body.contains(" " + site.issuer() + "-"), body);
      assertTrue(body.contains("false,true alice userToken oauth:user:"), body);
    }
  }

  @Test
  void whatNobodyLacksIsEmpty() throws Exception {
    try (ShopSite site = new ShopSite((shop, request) -> shop.everything())) {
      assertEquals("null[][][][] --- false,false", site.nobody("/app").body());
    }
  }

  @Test
  void nobodyHasNoContextKeyToBeUsedByMistake() throws Exception {
    try (ShopSite site = new ShopSite((shop, request) -> failure(shop::essence))) {
      String body = site.nobody("/app").body();
      assertTrue(body.startsWith("IllegalStateException: the request is anonymous"), body);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open", "/"})
  void requestThatNoFilterHasDecidedSaysSo(String target) throws Exception {
    try (ShopSite site = new ShopSite((shop, request) -> failure(shop::who))) {
      String body = site.as("alice", target).body();
      assertTrue(body.startsWith("IllegalStateException: no Tambo filter has run"), body);
    }
  }

  @Test
  void containersOwnPrincipalHasNoRival() throws Exception {
    try (ShopSite site = new ShopSite((shop, request) -> principals())) {
      assertEquals("0", site.nobody("/app").body());
    }
  }

  private static int principals() {
    return CDI.current().getBeanManager().getBeans(Principal.class).size();
  }

  private static String met(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
      return ",";
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      return e.toString();
    }
  }

  private static String loggedOut(HttpServletRequest request) throws ServletException {
    request.logout();
    return ",";
  }

  private static RawResponse unchecked(ShopSite site, String user) {
    try {
      return site.as(user, "/app");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String failure(Runnable call) {
    try {
      call.run();
      return "none";
    } catch (IllegalStateException e) {
      return "IllegalStateException: " + e.getMessage();
    }
  }
}
