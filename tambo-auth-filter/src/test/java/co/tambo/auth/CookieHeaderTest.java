package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieHeaderTest {

  @Test
  void valueStaysAsItCame() {
    assertEquals(List.of("\"a=b\""), values("s=\"a=b\""));
  }

  @Test
  void everyCookieOfTheNameCounts() {
    assertEquals(List.of("1", "2", "3"), CookieHeader.values(List.of("s=1; s=2", "x=y;s=3"), "s"));
  }

  @Test
  void valueMayBeEmpty() {
    assertEquals(List.of(""), values("a=b; s=; c=d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", "s", "S=1", "ss=1", "xs=1", "a=s=1", "=s", "s =1"})
  void otherCookiesDoNotCount(String line) {
    assertEquals(List.of(), values(line));
  }

  @Test
  void noHeaderNoCookie() {
    assertEquals(List.of(), CookieHeader.values(List.of(), "s"));
  }

  private static List<String> values(String line) {
    return CookieHeader.values(List.of(line), "s");
  }
}
