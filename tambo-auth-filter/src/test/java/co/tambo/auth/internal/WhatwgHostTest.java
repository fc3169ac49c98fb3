package co.tambo.auth.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are what the {@code URL} class of Node 20 says. */
class WhatwgHostTest {

  @ParameterizedTest
  @CsvSource({
    "https://accounts.google.com,accounts.google.com",
    "HTTPS://EXAMPLE.com:443/x?y#z,example.com",
    "https:example.com,example.com",
    "https:\\\\example.com\\x,example.com",
    "https:////example.com,example.com",
    "https://user:p@ss@host:99/,host",
    "' https://a.example ',a.example",
    "https://host:,host",
    "https://a.b./,a.b.",
    "https://a..b/,a..b",
    "http://%41.com,a.com",
    "https://0x7f.1/,127.0.0.1",
    "https://1.2.3/,1.2.0.3",
    "http://0300.1,192.0.0.1",
    "https://[2001:db8:0:0:1:0:0:1]/,[2001:db8::1:0:0:1]",
    "http://[::ffff:1.2.3.4]/,[::ffff:102:304]",
    "https://[::1]:8080/x,[::1]",
    "https://bücher.example/,xn--bcher-kva.example",
    "https://faß.de,xn--fa-hia.de",
    "https://日本語。jp,xn--wgv71a119e.jp",
    "http://comxΣ,xn--comx-ood",
    "https://xn--bcher-kva.example,xn--bcher-kva.example",
    "foo://HOST/x,HOST",
    "file://host/x,host"
  })
  void hostIsReadAsABrowserReadsIt(String url, String host) {
    assertEquals(host, WhatwgHost.of(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:x",
        "localhost:3000",
        "better-auth:session-cache",
        "foo:///x",
        "foo:/x",
        "file:///c:/x",
        "file://localhost/x",
        "file:x"
      })
  void urlWithoutHostHasAnEmptyOne(String url) {
    assertEquals("", WhatwgHost.of(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "accounts.google.com",
        "my issuer",
        "https://",
        "https://host:70000",
        "https://host:x",
        "https://ex ample/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://foo.0x/",
        "https://[::1",
        "https://[::g]/",
        "https://user@/x",
        "https://a%zz/",
        "https://xn--/",
        "1https://a",
        "//a",
        "https://[1:2:3:4:5:6:7:8:9]",
        "https://[::1.2.3.256]"
      })
  void textThatIsNoUrlHasNone(String text) {
    assertNull(WhatwgHost.of(text));
  }
}
