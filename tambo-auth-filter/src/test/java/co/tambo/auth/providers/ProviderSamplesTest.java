package co.tambo.auth.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.parts.Part;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.ValidationMode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The collected samples of all providers, through the servlet filter under their presets. */
@Tag("providers")
class ProviderSamplesTest {

  private static final String SECRET = "a project's legacy secret of its own, 32 bytes and more";
  private static final String SHARED = "a text of our own and of the Tambo project";
  private static final Path FOLDER = Path.of(System.getProperty("tambo.provider-samples", "none"));

  @TestFactory
  Stream<DynamicTest> everySampleGivesItsVerdict() throws IOException {
    return tokens().map(sample -> DynamicTest.dynamicTest(sample.id(), () -> check(sample)));
  }

  /** Whatever Tambo makes of the original, it makes the same of the token that is signed here. */
  @TestFactory
  Stream<DynamicTest> everyUserReachesTamboUnderTheSameContextKey() throws IOException {
    return tokens()
        .filter(sample -> Boolean.TRUE.equals(sample.expected().get("accept")))
        .map(sample -> DynamicTest.dynamicTest(sample.id(), () -> checkExchange(sample)));
  }

  private static Stream<Sample> tokens() throws IOException {
    Path file = FOLDER.resolve("samples.json");
    Part.PROVIDERS.needed(
        Files.exists(file), "provider samples (tambo.provider-samples is not set)");
    return samples(file)
        .filter(
            sample -> !sample.kind().contains("cookie") || sample.members().containsKey("header"))
        .filter(sample -> !sample.kind().equals("jwe_cookie"))
        .filter(sample -> !sample.provider().equals("github"));
  }

  private static Stream<Sample> samples(Path file) throws IOException {
    List<?> samples =
        (List<?>) Objects.requireNonNull(Sample.json(Files.readString(file)).get("samples"));
    return samples.stream().map(each -> new Sample(Sample.object(each)));
  }

  private static void check(Sample sample) throws Exception {
    try (FakeIssuer issuer = FakeIssuer.start()) {
      String token = sample.token(issuer, SECRET);
      Map<String, String> settings = SampleSettings.of(sample, issuer.keySetUrl(), SECRET);
      try (JettyDeployment site = WhoAmI.behindFilter(settings)) {
        RawResponse answer = RawResponse.to(RawRequest.get("/me").bearer(token), site.port());
        boolean accepted = Boolean.TRUE.equals(sample.expected().get("accept"));
        assertEquals(accepted ? 200 : 401, answer.status(), settings.toString());
        if (accepted) {
          assertEquals(
              described(sample.expected()), Sample.json(answer.body()), settings.toString());
        }
      }
    }
  }

  private static void checkExchange(Sample sample) throws Exception {
    try (FakeIssuer issuer = FakeIssuer.start();
        FakeTambo tambo = FakeTambo.start()) {
      tambo.project().validateBy(ValidationMode.symmetric(SHARED));
      String token = sample.token(issuer, SECRET);
      Map<String, String> settings = SampleSettings.of(sample, issuer.keySetUrl(), SECRET);
      settings.put("tambo.url", tambo.url());
      settings.put("tambo.api-key", tambo.apiKey());
      settings.put("tambo.exchange.subject-token", "signed");
      settings.put("tambo.exchange.signing-secret", SHARED);
      try (JettyDeployment site = WhoAmI.behindFilter(settings)) {
        RawRequest request = RawRequest.get(WhoAmI.TOKEN).bearer(token);
        RawResponse answer = RawResponse.to(request, site.port());
        assertEquals(200, answer.status(), answer.toString());
        assertEquals(sample.expected().get("contextKey"), userKey(tambo, answer.body()));
      }
    }
  }

  /** Returns under which key Tambo keeps the threads of a token's user. */
  private static @Nullable Object userKey(FakeTambo tambo, String tamboToken) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tambo.url() + "/v1/threads"))
            .header("x-api-key", tambo.apiKey())
            .header("Authorization", "Bearer " + tamboToken)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> thread =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(201, thread.statusCode(), thread.body());
    return Sample.json(thread.body()).get("userKey");
  }

  private static Map<String, @Nullable Object> described(Map<String, @Nullable Object> expected) {
    Map<String, @Nullable Object> described = new LinkedHashMap<>();
    for (String fact : WhoAmI.FACTS) {
      described.put(fact, expected.get(fact));
    }
    described.put("email_verified", Boolean.TRUE.equals(expected.get("email_verified")));
    return described;
  }
}
