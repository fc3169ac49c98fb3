package co.tambo.auth.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.sessions.TestSeal;
import co.tambo.auth.parts.ProviderSamples;
import co.tambo.auth.testing.FakeIssuer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The collected samples that are cookies, through the servlet filter under their presets. */
@Tag("providers")
class ProviderCookiesTest {

  private final FakeIssuer issuer = FakeIssuer.start();

  @AfterEach
  void close() {
    issuer.close();
  }

  private String tokenOf(String sample) throws Exception {
    return new Sample(ProviderSamples.read(sample)).token(issuer, "unused");
  }

  private Map<String, String> settingsOf(String sample, String... more) throws Exception {
    Map<String, String> settings =
        new LinkedHashMap<>(
            SampleSettings.of(
                new Sample(ProviderSamples.read(sample)), issuer.keySetUrl(), "unused"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static RawResponse get(Map<String, String> settings, String cookies) throws Exception {
    try (JettyDeployment site = WhoAmI.behindFilter(settings)) {
      return RawResponse.to(RawRequest.get("/me").header("Cookie", cookies), site.port());
    }
  }

  private static @Nullable Object subject(RawResponse answer) {
    assertEquals(200, answer.status(), answer.toString());
    return Sample.json(answer.body()).get("subject");
  }

  @ParameterizedTest
  @CsvSource({
    "__session_l2OS3d9k=%s, 200",
    "__session=%s, 200",
    "__session_l2OS3d9k=%s; __session=another.token.here, 200",
    "__session_ABCDEFGH=%s, 401",
    "__session_l2OS3d9k=another.token.here; __session=%s, 401"
  })
  void suffixedCookieOfClerkIsTheFirstChoice(String cookies, int status) throws Exception {
    Map<String, String> settings =
        settingsOf(
            "clerk-v2-no-org",
            "tambo.user-token",
            "cookie:__session",
            "tambo.client-id",
            "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k");
    RawResponse answer = get(settings, cookies.formatted(tokenOf("clerk-v2-no-org")));
    assertEquals(status, answer.status(), answer.toString());
  }

  @Test
  void sessionCookieOfSupabaseHoldsTheToken() throws Exception {
    String name = "sb-abcdefghijklmnopqrst-auth-token";
    String session =
        Json.write(Map.of("access_token", tokenOf("supabase-es256"), "refresh_token", "v1example"));
    String value =
        "base64-"
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(session.getBytes(StandardCharsets.UTF_8));
    Map<String, String> settings =
        settingsOf("supabase-es256", "tambo.user-token", "cookie:" + name);
    assertEquals(
        "11111111-2222-4333-8444-555555555555", subject(get(settings, name + "=" + value)));
    String chunks =
        name + ".0=" + value.substring(0, 400) + "; " + name + ".1=" + value.substring(400);
    assertEquals("11111111-2222-4333-8444-555555555555", subject(get(settings, chunks)));
  }

  @Test
  void sealedSessionOfWorkOsHoldsTheToken() throws Exception {
    String session =
        Json.write(Map.of("accessToken", tokenOf("workos-org"), "refreshToken", "rt_fake"));
    String cookie = "wos-session=" + new TestSeal().session(session).sealed();
    Map<String, String> settings =
        settingsOf(
            "workos-org",
            "tambo.user-token",
            "cookie:wos-session",
            "tambo.session-secret",
            TestSeal.PASSWORD);
    assertEquals("user_01JFAKEUSER000000000000000", subject(get(settings, cookie)));
    settings.put("tambo.session-secret", "another password that is long enough for it");
    assertEquals(401, get(settings, cookie).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"authjs-v5-jwe", "authjs-v5-jwe-secure"})
  void sessionOfAuthJsIsOpenedWithItsSecretOnly(String id) throws Exception {
    Map<String, Object> cookie = ProviderSamples.object(ProviderSamples.read(id), "cookie");
    String name = ProviderSamples.text(cookie, "cookie");
    String cookies = name + "=" + ProviderSamples.text(cookie, "jwe");
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tambo.preset", "authjs");
    settings.put("tambo.user-token", "cookie:" + name);
    settings.put("tambo.session-secret", ProviderSamples.text(cookie, "secret"));
    RawResponse answer = get(settings, cookies);
    assertEquals("9b2f1a34-5c6d-4e7f-8a90-b1c2d3e4f501", subject(answer));
    assertEquals(
        "oauth:user:9b2f1a34-5c6d-4e7f-8a90-b1c2d3e4f501",
        Sample.json(answer.body()).get("contextKey"));
    settings.put("tambo.session-secret", "another secret that is long enough for a session");
    assertEquals(401, get(settings, cookies).status());
    settings.remove("tambo.session-secret");
    settings.put("tambo.client-id", "1234567890-abc123def456ghi789.apps.googleusercontent.com");
    assertEquals(401, get(settings, cookies).status());
  }
}
