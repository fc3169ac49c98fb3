package co.tambo.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void everythingThatHtmlReadsIsEscaped() {
    assertEquals("&lt;a b=&quot;&#39;&quot;&gt;&amp;lt;", Html.text("<a b=\"'\">&lt;"));
  }

  @Test
  void otherTextStaysAsItIs() {
    assertEquals("Zoë 💡 1+1", Html.text("Zoë 💡 1+1"));
  }
}
