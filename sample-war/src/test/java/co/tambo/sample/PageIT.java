package co.tambo.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page, looked at in a real browser. */
@Tag("browser")
class PageIT {

  private static Chromium browser;
  private static SampleProcess sample;

  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Chromium.program();
    if (program.isEmpty()) {
      LeftOut.forWantOf(
          "browser",
          "the page in a real browser, for there is no /usr/bin/chromium;"
              + " install it, or name another one with -Dtambo.chromium=PROGRAM");
    }
    browser = Chromium.start(program.orElseThrow());
    sample = SampleProcess.demo();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (sample != null) {
      sample.close();
    }
  }

  @BeforeEach
  void openPage() throws Exception {
    tab = browser.tab();
    tab.open(sample.base() + "/");
  }

  @AfterEach
  void closeTab() {
    tab.close();
  }

  @Test
  void nobodyIsToldSo() throws Exception {
    assertEquals("unauthenticated", shown("#state"));
    assertEquals("This application does not know who you are.", shown("#sentence"));
    assertEquals("0", count("#user"));
  }

  @Test
  void demoUserIsShownAfterOneClick() throws Exception {
    tab.clickThrough("[data-login=alice]");

    assertEquals("identified", shown("#state"));
    assertTrue(shown("#user").contains("alice"), shown("#user"));
    assertTrue(shown("#user").contains("userKey"), shown("#user"));
  }

  @Test
  void nobodyIsLeftAfterLoggingOut() throws Exception {
    tab.clickThrough("[data-login=bob]");
    tab.clickThrough("#logout");

    assertEquals("unauthenticated", shown("#state"));
  }

  @ParameterizedTest
  @CsvSource({
    "alice, 200 200 403 201 200 200",
    "bob, 200 200 200 201 200 200",
    "'', 401 401 401 401 401 200"
  })
  void callsShowWhatTheUserTokenOpens(String user, String statuses) throws Exception {
    call(user);

    assertEquals(
        statuses,
        tab.text(
            "[...document.querySelectorAll('#answers h3 span')].map(s => s.innerText).join(' ')"));
  }

  @Test
  void tokenStaysOutOfThePageAndTheBrowsersStores() throws Exception {
    call("alice");

    assertTrue(shown("#answers").contains("oauth:user:127.0.0.1:alice"));
    assertFalse(tab.text("document.documentElement.outerHTML").contains("eyJ"));
    assertFalse(tab.text("fetch('/').then(page => page.text())").contains("eyJ"));
    assertEquals("0", tab.text("localStorage.length + sessionStorage.length"));
    assertEquals("", tab.text("document.cookie"));
  }

  @Test
  void nameIsShownAsTextOnly() throws Exception {
    String name = "<img src=x onerror=alert(1)>&amp;\"'";
    tab.text(
        "fetch('session/login', {method: 'POST', body: new URLSearchParams({user: `"
            + name
            + "`})})");
    tab.open(sample.base() + "/");

    assertEquals(name, tab.text("document.querySelector('#user dd').innerText"));
    assertEquals("0", count("img"));
  }

  @Test
  void warningsAreShown() throws Exception {
    Map<String, String> nothingMuch = Map.of("TAMBO_REALM", "elsewhere");
    try (SampleProcess blocked = SampleProcess.start(nothingMuch, "--port=0").untilReady()) {
      tab.open(blocked.base() + "/");

      assertTrue(shown("#warning-list").contains("TAMBO-9"), shown("main"));
    }
  }

  @Test
  void phoneShowsThePageWithoutScrollingSideways() throws Exception {
    tab.resize(320, 640);
    tab.clickThrough("[data-login=alice]");
    call("alice");

    assertEquals("true", tab.text("document.documentElement.scrollWidth <= 320"));
    tab.picture(Path.of("target", "page-on-a-phone.png"));
  }

  @Test
  void pictureIsKept() throws Exception {
    tab.resize(1000, 800);
    tab.clickThrough("[data-login=bob]");
    call("bob");

    Path picture = Path.of("target", "page.png");
    tab.picture(picture);
    assertTrue(picture.toFile().length() > 0);
  }

  private void call(String user) throws Exception {
    tab.text("document.querySelector('[data-call=\"" + user + "\"]').click()");
    tab.until("document.getElementById('caller').innerText.startsWith('Answers to')");
  }

  private String shown(String selector) throws Exception {
    return tab.text("document.querySelector('" + selector + "').innerText");
  }

  private String count(String selector) throws Exception {
    return tab.text("document.querySelectorAll('" + selector + "').length");
  }
}
