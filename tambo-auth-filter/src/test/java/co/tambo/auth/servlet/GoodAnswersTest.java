package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.parts.Attack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the filter adds to the answers of the application: nothing. */
class GoodAnswersTest {

  @Test
  @Attack({"C11", "I09"})
  void whoMayKeepAGoodAnswerIsForTheApplicationToSay() throws Exception {
    try (Site site = Site.start(Pages::serve)) {
      for (RawResponse answer :
          List.of(
              site.asAlice("/app/me"), site.asAlice("/optional/me"), site.asNobody("/public/me"))) {
        assertEquals(200, answer.status());
        for (String name :
            List.of("Cache-Control", "Expires", "Vary", "Pragma", "Set-Cookie", "Location")) {
          assertEquals(List.of(), answer.values(name));
        }
      }
    }
  }
}
