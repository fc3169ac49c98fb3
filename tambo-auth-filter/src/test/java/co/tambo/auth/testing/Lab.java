package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.time.TestTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the recordings were made with: a Tambo, its projects, a provider and some tokens. */
final class Lab implements AutoCloseable {

  static final String SECRET = "0123456789abcdef0123456789abcdef";
  static final String EXAMPLE = "https://idp.example.test";

  final TestTime time = new TestTime();
  final FakeIssuer provider =
      FakeIssuer.builder().named("https://idp.lab.test").clock(time::now).start();
  final FakeIssuer stranger =
      FakeIssuer.builder().named("https://idp.lab.test").clock(time::now).start();
  final FakeTambo tambo = FakeTambo.start(time::now).trust(provider);
  final FakeTambo otherServer = FakeTambo.start();

  /** The bearer token of the last successful exchange. */
  String lastIssued = "";

  Lab() {
    provider.publicJwk(SignatureAlgorithm.ES256);
  }

  TamboProject project(ValidationMode mode) {
    return tambo.addProject().validateBy(mode);
  }

  /** A token that only mode none accepts, with the claims that most cases have. */
  TokenBuilder example() {
    return provider
        .token("alice")
        .claim("iss", EXAMPLE)
        .without("aud")
        .without("jti")
        .expiresIn(Duration.ofHours(2))
        .secret(SECRET);
  }

  /** A token of the provider, RS256. */
  TokenBuilder signed() {
    return provider.token("alice").expiresIn(Duration.ofHours(2));
  }

  /** Returns a bearer token, exchanged for a subject token. */
  String bearer(TamboProject project, String subjectToken) throws Exception {
    String body =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token="
            + URLEncoder.encode(subjectToken, StandardCharsets.UTF_8)
            + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token";
    String answer =
        RawHttp.send(
                tambo.url(),
                "POST",
                "/oauth/token",
                List.of(
                    Map.entry("x-api-key", project.apiKey()),
                    Map.entry("Content-Type", "application/x-www-form-urlencoded")),
                body)
            .body();
    return (String)
        Objects.requireNonNull(
            Json.readObject(answer.getBytes(StandardCharsets.UTF_8)).get("access_token"));
  }

  /** Returns claims as Tambo issues them, valid for an hour. */
  Map<String, @Nullable Object> issuedClaims(TamboProject project) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("sub", "alice");
    claims.put("iss", project.id());
    claims.put("aud", "tambo");
    claims.put("exp", time.now().getEpochSecond() + 3600);
    return claims;
  }

  /** Returns a JWK of the provider, changed. */
  String jwk(SignatureAlgorithm algorithm, String member, @Nullable Object value) {
    try {
      Map<String, @Nullable Object> jwk =
          new LinkedHashMap<>(
              Json.readObject(provider.publicJwk(algorithm).getBytes(StandardCharsets.UTF_8)));
      jwk.put(member, value);
      jwk.values().removeIf(Objects::isNull);
      return Json.write(jwk);
    } catch (co.tambo.auth.internal.json.JsonException e) {
      throw new AssertionError(e);
    }
  }

  String certificate(SignatureAlgorithm algorithm) throws Exception {
    return TestCertificate.pem(provider.keys().signing(algorithm).pair());
  }

  /** Returns the provider's RSA key as PKCS#1, which is the end of its SPKI. */
  String pkcs1() {
    byte[] spki = provider.keys().signing(SignatureAlgorithm.RS256).pair().getPublic().getEncoded();
    byte[] rsa = java.util.Arrays.copyOfRange(spki, 24, spki.length);
    return "-----BEGIN RSA PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(rsa)
        + "\n-----END RSA PUBLIC KEY-----\n";
  }

  @Override
  public void close() {
    otherServer.close();
    tambo.close();
    stranger.close();
    provider.close();
  }
}
