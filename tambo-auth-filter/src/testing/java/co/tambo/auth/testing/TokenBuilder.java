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
  private final ProviderVoice voice;
  private final Instant now;
  private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
  private SignatureAlgorithm algorithm = SignatureAlgorithm.RS256;
  private @Nullable FakeIssuer signer;
  private @Nullable Key secret;
  private boolean kidWanted = true;
  private boolean unsigned;
  private boolean tampered;

  private TokenBuilder(FakeIssuer issuer, ProviderVoice voice, Instant now) {
    this.issuer = issuer;
    this.voice = voice;
    this.now = now;
    header.put("alg", algorithm.headerValue());
    header.put("typ", "JWT");
  }

  static TokenBuilder of(FakeIssuer issuer, ProviderVoice voice, Instant now, String subject) {
    TokenBuilder builder = new TokenBuilder(issuer, voice, now);
    builder.claim("sub", subject).issuedAt(now);
    voice.write(builder, subject);
    return builder;
  }

  /** Sets {@code aud}: a string for one audience, an array for several. */
  public TokenBuilder audience(String... audiences) {
    return claim("aud", audiences.length == 1 ? audiences[0] : List.of(audiences));
  }

  /**
   * Sets the user's roles, where the provider has them: {@code roles}, an array, for no particular
   * provider.
   *
   * @throws UnsupportedOperationException when the provider's tokens hold no roles
   */
  public TokenBuilder roles(String... roles) {
    voice.roles(this, List.of(roles));
    return this;
  }

  /**
   * Sets the user's tenant or organization, where the provider has it: {@code tenant} for no
   * particular provider.
   *
   * @throws UnsupportedOperationException when the provider's tokens name no tenant
   */
  public TokenBuilder tenant(String tenant) {
    voice.tenant(this, tenant);
    return this;
  }

  /**
   * Sets the user's e-mail address, verified where the provider says such a thing.
   *
   * @throws UnsupportedOperationException when the provider's tokens hold no address
   */
  public TokenBuilder email(String email) {
    voice.email(this, email);
    return this;
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

  /** Returns the token in JWS compact serialisation; a session of Auth.js in that of JWE. */
  public String text() {
    if (voice.proof() == ProviderVoice.Proof.SESSION_SECRET) {
      return SealedSession.of(issuer.secret(), Json.write(claims));
    }
    nameKey();
    String signed = encoded(Json.write(header)) + "." + encoded(Json.write(claims));
    return signed + "." + (unsigned ? "" : BASE64URL.encodeToString(signature(signed)));
  }

  /** Names the key that signs, which is published from then on. */
  void nameKey() {
    if (kidWanted && !unsigned && secret == null) {
      voice.keys().name(header, issuer.keys().signing(algorithm, voice.keys()).kid());
    }
  }

  FakeIssuer issuer() {
    return issuer;
  }

  Instant now() {
    return now;
  }

  /** Sets a member of a claim that is an object, which is made if it is not there. */
  TokenBuilder member(String claim, String name, @Nullable Object value) {
    Map<Object, @Nullable Object> members = new LinkedHashMap<>();
    if (claims.get(claim) instanceof Map<?, ?> present) {
      members.putAll(present);
    }
    members.put(name, value);
    return claim(claim, members);
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
