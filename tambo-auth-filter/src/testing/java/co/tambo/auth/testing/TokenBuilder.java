package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes a token of a {@link FakeIssuer}: a good one, unless something is made bad about it. Not
 * thread-safe; use one for each token.
 *
 * <pre>{@code
 * issuer.token("alice").text();
 * issuer.token("alice").roles("admin").expiresIn(Duration.ofMinutes(-1)).text();
 * }</pre>
 */
public final class TokenBuilder {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final FakeIssuer issuer;
  private final Instant now;
  private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> claims;
  private SignatureAlgorithm algorithm = SignatureAlgorithm.RS256;
  private @Nullable FakeIssuer signer;
  private @Nullable Key secret;
  private boolean kidWanted = true;
  private boolean unsigned;
  private boolean tampered;

  TokenBuilder(FakeIssuer issuer, Instant now, Map<String, @Nullable Object> claims) {
    this.issuer = issuer;
    this.now = now;
    this.claims = new LinkedHashMap<>(claims);
    header.put("alg", algorithm.headerValue());
    header.put("typ", "JWT");
  }

  /** Sets {@code aud}: a string for one audience, an array for several. */
  public TokenBuilder audience(String... audiences) {
    return claim("aud", audiences.length == 1 ? audiences[0] : List.of(audiences));
  }

  /** Sets {@code roles} to an array. */
  public TokenBuilder roles(String... roles) {
    return claim("roles", List.of(roles));
  }

  /** Sets {@code exp} that much later than now; earlier when negative. */
  public TokenBuilder expiresIn(Duration duration) {
    return expiresAt(now.plus(duration));
  }

  /** Sets {@code exp}. */
  public TokenBuilder expiresAt(Instant instant) {
    return claim("exp", instant.getEpochSecond());
  }

  /** Sets {@code nbf}. */
  public TokenBuilder notBefore(Instant instant) {
    return claim("nbf", instant.getEpochSecond());
  }

  /** Sets {@code iat}. */
  public TokenBuilder issuedAt(Instant instant) {
    return claim("iat", instant.getEpochSecond());
  }

  /** Sets a claim, known or not; null is JSON's null. */
  public TokenBuilder claim(String name, @Nullable Object value) {
    claims.put(name, value);
    return this;
  }

  /** Leaves a claim out. */
  public TokenBuilder without(String claim) {
    claims.remove(claim);
    return this;
  }

  /** Sets a member of the header, {@code alg} and {@code kid} included. */
  public TokenBuilder header(String name, @Nullable Object value) {
    header.put(name, value);
    return this;
  }

  /** Leaves a member of the header out; {@code kid} too. */
  public TokenBuilder withoutHeader(String name) {
    header.remove(name);
    kidWanted &= !name.equals("kid");
    return this;
  }

  /** Signs with another algorithm than RS256. */
  public TokenBuilder algorithm(SignatureAlgorithm wanted) {
    algorithm = wanted;
    header.put("alg", wanted.headerValue());
    return this;
  }

  /** Signs with a shared secret, its UTF-8 bytes; by HS256 unless another HMAC was chosen. */
  public TokenBuilder secret(String text) {
    return secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Signs with a shared secret; by HS256 unless another HMAC was chosen. */
  public TokenBuilder secret(byte[] bytes) {
    secret = new SecretKeySpec(bytes, "HMAC");
    return algorithm.symmetric() ? this : algorithm(SignatureAlgorithm.HS256);
  }

  /** Signs with another issuer's key, under this issuer's {@code kid}: a forgery. */
  public TokenBuilder signedBy(FakeIssuer other) {
    signer = other;
    return this;
  }

  /** Leaves the signature out and says {@code "alg":"none"} (RFC 7519 section 6). */
  public TokenBuilder unsigned() {
    unsigned = true;
    return header("alg", "none");
  }

  /** Changes one bit of the signature. */
  public TokenBuilder tampered() {
    tampered = true;
    return this;
  }

  /** Returns the token in JWS compact serialisation. */
  public String text() {
    if (kidWanted && !unsigned && secret == null) {
      header.putIfAbsent("kid", issuer.keys().signing(algorithm).kid());
    }
    String signed = encoded(Json.write(header)) + "." + encoded(Json.write(claims));
    return signed + "." + (unsigned ? "" : BASE64URL.encodeToString(signature(signed)));
  }

  private byte[] signature(String signed) {
    FakeIssuer signing = signer == null ? issuer : signer;
    Key key = secret == null ? signing.keys().signing(algorithm).pair().getPrivate() : secret;
    byte[] signature = algorithm.sign(key, signed.getBytes(StandardCharsets.US_ASCII));
    if (tampered) {
      signature[signature.length / 2] ^= 1;
    }
    return signature;
  }

  private static String encoded(String json) {
    return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
