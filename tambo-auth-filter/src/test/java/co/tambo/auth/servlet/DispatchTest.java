package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchTest {

  @SuppressWarnings("NullAway.Init")
  private static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.start(Pages::serve);
  }

  @AfterAll
  static void stop() throws IOException {
    site.close();
  }

  @AfterEach
  void nothingBroke() {
    assertEquals(List.of(), site.defects());
  }

  @ParameterizedTest
  @CsvSource({
    "/app/me,                            REQUEST alice identified",
    "/app/forward?to=/app/me,            FORWARD alice identified",
    "/public/forward?to=/app/me,         FORWARD alice identified",
    "/app/async?to=/app/me,              ASYNC alice identified",
    "/public/async?to=/app/me,           ASYNC alice identified",
    "/app/async-wrapper,                 ASYNC alice identified",
    "/app/forward?to=/app/async-wrapper, ASYNC alice identified",
  })
  void userIsSeenThroughEveryDispatch(String target, String who) throws IOException {
    RawResponse answer = site.asAlice(target);
    assertEquals(200, answer.status());
    assertEquals(who, answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/me",
        "/public/forward?to=/app/me",
        "/public/async?to=/app/me",
        "/optional/forward?to=/app/me",
        "/public/forward?to=/public/forward?to=/app/me",
      })
  void nobodyReachesAProtectedPageByAnyDispatch(String target) throws IOException {
    RawResponse answer = site.asNobody(target);
    assertEquals(401, answer.status());
    assertEquals(List.of("Bearer realm=\"tambo\""), answer.values("WWW-Authenticate"));
    assertFalse(answer.body().contains("nobody"));
  }

  @ParameterizedTest
  @CsvSource({
    "/public/forward?to=/public/me,  FORWARD nobody unauthenticated",
    "/public/async?to=/optional/me,  ASYNC nobody unauthenticated",
    "/public/async-wrapper,          ASYNC nobody unauthenticated",
  })
  void nobodyReachesOpenPages(String target, String who) throws IOException {
    assertEquals(who, site.asNobody(target).body());
  }

  @Test
  void badTokenOnAPublicPageIsStillBadWhereItForwardsTo() throws IOException {
    RawRequest request = RawRequest.get("/public/forward?to=/optional/me").bearer("bad");
    assertEquals(401, site.send(request).status());
  }

  @Test
  void includedPageSeesTheUser() throws IOException {
    String outer = "REQUEST alice identified";
    String inner = "INCLUDE alice identified";
    assertEquals(
        outer + "[" + inner + "][" + inner + "]" + outer,
        site.asAlice("/app/include?of=/app/me").body());
  }

  @Test
  void protectedPageIsLeftOutOfAPublicOne() throws IOException {
    RawResponse answer = site.asNobody("/public/include?of=/app/me");
    String outer = "REQUEST nobody unauthenticated";
    assertEquals(200, answer.status());
    assertEquals(outer + "[][]" + outer, answer.body());
    assertEquals(List.of(), answer.values("WWW-Authenticate"));
  }

  @Test
  void forwardAfterThePageHasBegunIsNotAnswered() throws IOException {
    assertFalse(
        site.asNobody("/public/include?of=/public/forward?to=/app/me").body().contains("FORWARD"));
  }

  @ParameterizedTest
  @CsvSource({
    "/app/fail?how=status,    410",
    "/app/fail?how=exception, 500",
    "/app/fail?how=error,     500",
    "/app/nowhere,            404",
  })
  void errorPageSeesTheUserAndKeepsTheStatus(String target, int status) throws IOException {
    RawResponse answer = site.asAlice(target);
    assertEquals(status, answer.status());
    assertEquals("ERROR alice identified", answer.body());
  }

  @ParameterizedTest
  @CsvSource({"/public/fail?how=status, 410", "/public/nowhere, 404"})
  void errorPageOfNobodyKeepsTheStatus(String target, int status) throws IOException {
    RawResponse answer = site.asNobody(target);
    assertEquals(status, answer.status());
    assertEquals("ERROR nobody unauthenticated", answer.body());
  }

  @Test
  void refusalDoesNotStartTheErrorPage() throws IOException {
    RawResponse answer = site.asNobody("/app/me");
    assertTrue(answer.body().contains("TAMBO-100"), answer::toString);
  }

  @Test
  void filterThatIsMetTwiceDecidesOnce() throws IOException {
    int before = site.decisions();
    assertEquals("REQUEST alice identified", site.asAlice("/app/twice").body());
    assertEquals(before + 1, site.decisions());
  }

  @Test
  void headIsRefusedWithoutABody() throws IOException {
    RawResponse answer = site.send(RawRequest.of("HEAD", "/app/me"));
    assertEquals(401, answer.status());
    assertEquals("", answer.body());
  }

  @ParameterizedTest
  @CsvSource({"/app/form, 1", "/app/body, a=1&access_token=x"})
  void formStaysUnread(String target, String seen) throws IOException {
    RawRequest request = RawRequest.post(target).body("a=1&access_token=x");
    assertEquals(seen, site.send(request.bearer(site.token("alice"))).body());
  }

  @ParameterizedTest
  @CsvSource({
    "/app/logout,                             REQUEST nobody unauthenticated",
    "/app/logout?to=/optional/me,             FORWARD nobody unauthenticated",
    "/app/forward?to=/app/logout%3Fto=/optional/me, FORWARD nobody unauthenticated",
    "/public/logout?to=/public/async-wrapper, ASYNC nobody unauthenticated",
  })
  void logoutLastsForTheRequest(String target, String who) throws IOException {
    assertEquals(who, site.asAlice(target).body());
  }

  @Test
  void whoHasLoggedOutCannotGoOnToAProtectedPage() throws IOException {
    assertEquals(401, site.asAlice("/app/logout?to=/app/me").status());
  }

  @Test
  void logoutInsideAnIncludedPageLasts() throws IOException {
    assertTrue(
        site.asAlice("/app/include?of=/public/logout")
            .body()
            .endsWith("]REQUEST nobody unauthenticated"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/token",
        "/app/token?as=cause",
        "/app/token?as=io",
        "/app/forward?to=/app/token",
        "/app/include?of=/app/token",
        "/app/async?to=/app/token",
      })
  void tokenFailureThatWasLetOutIsAnswered(String target) throws IOException {
    RawResponse answer = site.asAlice(target);
    assertEquals(500, answer.status());
    assertTrue(answer.body().contains("TAMBO-303"), answer::toString);
    assertFalse(answer.body().contains("half a page"));
  }

  @Test
  void tokenFailureAfterTheFirstByteIsTheContainers() throws IOException {
    assertEquals("half a page", site.asAlice("/app/token?as=late").body());
  }
}
