package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.providers.ContextKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Context keys of odd issuers, compared with those of another implementation of WHATWG URLs. */
@Tag("node")
class ContextKeyPeerTest {

  private static final int USERS = 10_000;
  private static final List<String> SCHEMES =
      List.of(
          "https://",
          "http://",
          "HTTPS://",
          "https:/",
          "https:",
          "https:\\\\",
          "ws://",
          "ftp://",
          "file://",
          "urn:",
          "custom://",
          "//",
          "",
          " https://",
          "ht\ttps://");
  private static final List<String> HOSTS =
      List.of(
          "accounts.google.com",
          "Accounts.Google.COM",
          "login.microsoftonline.com",
          "contoso.microsoftonline.com",
          "microsoftonline.com",
          "login.microsoftonline.us",
          "sts.windows.net",
          "sso.example.com",
          "sso.example.com.",
          "user:secret@sso.example.com",
          "a@b@sso.example.com",
          "bücher.example",
          "BÜCHER.example",
          "xn--bcher-kva.example",
          "日本語.example",
          "faß.example",
          "sso。example.com",
          "%73so.example.com",
          "s%20so.example.com",
          "under_score.example.com",
          "-dash-.example.com",
          "a..b",
          "127.0.0.1",
          "127.1",
          "0x7f.1",
          "017700000001",
          "256.1.1.1",
          "1.2.3.4.5",
          "[::1]",
          "[2001:DB8::0001]",
          "[::ffff:127.0.0.1]",
          "[1:2]",
          "localhost",
          "sso example.com",
          "sso.exa\tmple.com",
          "sso<example.com",
          "",
          "_");
  private static final List<String> PORTS =
      List.of("", "", "", ":443", ":8443", ":", ":99999", ":a");
  private static final List<String> PATHS =
      List.of("", "/", "/realms/x", "/v2.0", "\\x", "?q", "#f", "/ ", "/%zz", "/ä", " ", "\n");
  private static final List<Object> ORGANISATIONS =
      List.of("absent", "", " ", "corp.example", "7f1c2d3e", " padded ", 7L, true, List.of("a"));

  private final Random random = new Random(20_261_121);

  @Test
  void keysOfOddIssuersAreThoseOfTambo() throws Exception {
    List<Map<String, @Nullable Object>> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      users.add(user());
    }
    try (ContextKeys peer = ContextKeys.start()) {
      List<?> keys = peer.of(users);
      List<String> differences = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        String ours = key(users.get(i));
        if (!ours.equals(keys.get(i))) {
          differences.add(users.get(i) + ": " + ours + " and " + keys.get(i));
        }
      }
      assertEquals(List.of(), differences);
    }
  }

  private Map<String, @Nullable Object> user() {
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    user.put("iss", any(SCHEMES) + any(HOSTS) + any(PORTS) + any(PATHS));
    user.put("sub", any(List.of("alice", "auth0|7", "a:b", " ", "ü")));
    for (String claim : List.of("hd", "tid", "org_id")) {
      Object value = any(ORGANISATIONS);
      if (!value.equals("absent")) {
        user.put(claim, value);
      }
    }
    return user;
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static String key(Map<String, @Nullable Object> user) {
    return ContextKey.of((String) user.get("iss"), (String) user.get("sub"), user::get);
  }
}
