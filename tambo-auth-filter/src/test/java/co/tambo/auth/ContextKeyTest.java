package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextKeyTest {

  private static String key(String issuer, Map<String, Object> claims) {
    return ContextKey.of(issuer, "alice", claims::get);
  }

  @Test
  void withoutIssuerItIsTheSubject() {
    assertEquals("oauth:user:alice", ContextKey.of(null, "alice", name -> null));
  }

  @ParameterizedTest
  @CsvSource({
    "https://idp.example.test,idp.example.test",
    "https://idp.example.test:8443/realms/x,idp.example.test",
    "accounts.google.com,accounts.google.com",
    "my issuer,my_issuer",
    "https://[::1]:1/,[::1]",
    "urn:x,''",
    "localhost:3000,''",
    "better-auth:session-cache,''"
  })
  void hostOfTheIssuerComesFirst(String issuer, String host) {
    assertEquals("oauth:user:" + host + ":alice", key(issuer, Map.of()));
  }

  @Test
  void googleUsesTheHostedDomain() {
    Map<String, Object> claims = Map.of("hd", "corp.example", "tid", "t", "org_id", "o");
    assertEquals(
        "oauth:user:accounts.google.com:corp.example:alice",
        key("https://accounts.google.com", claims));
    assertEquals(
        "oauth:user:accounts.google.com:corp.example:alice", key("accounts.google.com", claims));
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.com/t1/v2.0,t1:",
    "https://sts.windows.net/t1/,t1:",
    "https://x.microsoftonline.com/,t1:",
    "https://login.microsoftonline.us/t1,''",
    "https://login.partner.microsoftonline.cn/t1,''"
  })
  void microsoftUsesTheTenant(String issuer, String tenant) {
    String host = java.net.URI.create(issuer).getHost();
    assertEquals(
        "oauth:user:" + host + ":" + tenant + "alice", key(issuer, Map.of("tid", "t1", "hd", "x")));
  }

  @Test
  void anyOtherIssuerUsesTheOrganisation() {
    assertEquals(
        "oauth:user:auth.example.test:org_9:alice",
        key("https://auth.example.test", Map.of("org_id", "org_9", "hd", "x", "tid", "y")));
  }

  @Test
  void organisationThatIsBlankOrNoTextDoesNotCount() {
    assertEquals("oauth:user:a.example:alice", key("https://a.example", Map.of("org_id", " ")));
    assertEquals("oauth:user:a.example:alice", key("https://a.example", Map.of("org_id", 7L)));
  }
}
