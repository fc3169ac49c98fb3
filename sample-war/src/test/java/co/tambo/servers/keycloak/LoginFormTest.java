package co.tambo.servers.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LoginFormTest {

  @Test
  void actionIsTheLoginFormsOwn() {
    String page =
        "<form action=\"/other\"></form>"
            + "<form id=\"kc-form-login\" onsubmit=\"x\" action=\"http://h/a?x=1&amp;y=2\" method=\"post\">";
    assertEquals("http://h/a?x=1&y=2", LoginForm.action(page));
  }

  @Test
  void pageWithoutALoginFormIsAFailure() {
    String page = "<form action=\"/other\"></form>";
    assertThrows(IllegalStateException.class, () -> LoginForm.action(page));
  }
}
