package co.tambo.auth.providers;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import co.tambo.auth.testing.TokenBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the collected provider samples: a token's shape, and what is to come of it. */
record Sample(Map<String, @Nullable Object> members) {

  private static final Pattern TIME = Pattern.compile("\\$\\{now([+-]\\d+)?}");

  String id() {
    return text("id");
  }

  String provider() {
    return text("provider");
  }

  String kind() {
    return text("kind");
  }

  String text(String name) {
    return (String) Objects.requireNonNull(members.get(name));
  }

  Map<String, @Nullable Object> expected() {
    return object(members.get("expected"));
  }

  Map<String, @Nullable Object> preset() {
    return object(members.get("preset"));
  }

  Map<String, @Nullable Object> payload() {
    return object(members.get("payload"));
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
  }

  /** Makes the token, whose key the issuer then publishes under the sample's key id. */
  String token(FakeIssuer issuer, String secret) {
    if (members.get("token") instanceof String ready) {
      return ready;
    }
    Map<String, @Nullable Object> header = object(members.get("header"));
    TokenBuilder builder = claims(issuer.token("replaced"));
    header.forEach(
        (name, value) -> builder.header(name, name.equals("nonce") ? hashed(value) : value));
    if (!header.containsKey("typ")) {
      builder.withoutHeader("typ");
    }
    String alg = (String) header.get("alg");
    if ("none".equals(alg)) {
      return builder.unsigned().text();
    }
    if ("HS256".equals(alg)) {
      return (header.containsKey("kid") ? builder : builder.withoutHeader("kid"))
          .secret(secret)
          .text();
    }
    SignatureAlgorithm algorithm =
        "EdDSA".equals(alg) ? SignatureAlgorithm.EDDSA : SignatureAlgorithm.valueOf(alg);
    builder.algorithm(algorithm);
    publish(issuer, algorithm, (String) Objects.requireNonNull(header.get("kid")));
    return withNonce(builder.text(), header);
  }

  private TokenBuilder claims(TokenBuilder builder) {
    for (String claim : List.of("iss", "sub", "aud", "iat", "exp")) {
      if (!payload().containsKey(claim)) {
        builder.without(claim);
      }
    }
    payload().forEach((name, value) -> builder.claim(name, timed(value)));
    return builder;
  }

  private static void publish(FakeIssuer issuer, SignatureAlgorithm algorithm, String kid) {
    Map<String, @Nullable Object> jwk = new LinkedHashMap<>(json(issuer.publicJwk(algorithm)));
    jwk.put("kid", kid);
    issuer.publishJwk(Json.write(jwk));
  }

  /** A Graph token is signed with its nonce hashed and sent with the nonce itself. */
  private static String withNonce(String token, Map<String, @Nullable Object> header) {
    if (!header.containsKey("nonce")) {
      return token;
    }
    byte[] sent = Json.write(header).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sent)
        + token.substring(token.indexOf('.'));
  }

  private static String hashed(@Nullable Object nonce) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.valueOf(nonce).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces {@code ${now+N}} by the time, at any depth. */
  private static @Nullable Object timed(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> replaced = new LinkedHashMap<>();
      object(value).forEach((name, item) -> replaced.put(name, timed(item)));
      return replaced;
    }
    if (value instanceof List<?> items) {
      List<@Nullable Object> replaced = new ArrayList<>();
      items.forEach(item -> replaced.add(timed(item)));
      return replaced;
    }
    Matcher time = TIME.matcher(value instanceof String text ? text : "");
    return time.matches()
        ? Instant.now().getEpochSecond()
            + (time.group(1) == null ? 0 : Long.parseLong(time.group(1)))
        : value;
  }

  static Map<String, @Nullable Object> json(String text) {
    try {
      return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonException e) {
      throw new IllegalStateException(text, e);
    }
  }

  @Override
  public String toString() {
    return id();
  }
}
