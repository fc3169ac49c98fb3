package co.tambo.auth.testing;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID issuer on loopback: discovery, a key set, user info, introspection, signed and opaque
 * tokens. Thread-safe; keeps no JVM alive.
 *
 * <pre>{@code
 * try (FakeIssuer issuer = FakeIssuer.start()) {
 *   call("Authorization", "Bearer " + issuer.token("alice").roles("admin").text());
 * }
 * }</pre>
 */
public final class FakeIssuer implements AutoCloseable {

  /** The audience of its tokens. */
  public static final String AUDIENCE = "demo";

  private final String clientId = "client:" + UUID.randomUUID();
  private final String clientSecret = "s+%/ " + UUID.randomUUID();
  private final InstantSource clock;
  private final @Nullable String name;
  private final String path;
  private final IssuerKeys keys = new IssuerKeys();
  private final String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
  private final IssuerEndpoints endpoints;
  private final LoopbackServer server;

  private FakeIssuer(Builder builder) {
    this.clock = builder.clock;
    this.name = builder.name;
    this.path = builder.path;
    keys.signing(SignatureAlgorithm.RS256);
    this.endpoints = new IssuerEndpoints(this, base());
    this.server = new LoopbackServer(endpoints::count, endpoints::answer);
  }

  /** Starts an issuer at the root of a free port. */
  public static FakeIssuer start() {
    return builder().start();
  }

  /** Returns a builder for an issuer with a path, a name or a clock of its own. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the issuer identifier: {@code iss} of its tokens, {@code issuer} of its metadata. */
  public String issuer() {
    return (name == null ? server.origin() : name) + path;
  }

  /** Returns where it listens, such as {@code http://127.0.0.1:40123}; without the path. */
  public String origin() {
    return server.origin();
  }

  /** Returns the address of its metadata (OpenID Connect Discovery 1.0 section 4). */
  public String discoveryUrl() {
    return origin() + base() + "/.well-known/openid-configuration";
  }

  /** Returns the address of its key set. */
  public String keySetUrl() {
    return origin() + base() + "/jwks";
  }

  /** Returns the address of its user info endpoint. */
  public String userinfoUrl() {
    return origin() + base() + "/userinfo";
  }

  /** Returns the address of its introspection endpoint (RFC 7662). */
  public String introspectionUrl() {
    return origin() + base() + "/introspect";
  }

  /** Returns the id of the client that may introspect. */
  public String clientId() {
    return clientId;
  }

  /** Returns the secret of the client that may introspect. */
  public String clientSecret() {
    return clientSecret;
  }

  /**
   * Returns a good token, to be made bad if wanted: RS256, {@code iss}, {@code sub}, {@code aud},
   * {@code iat}, {@code exp} in an hour, and a {@code jti} so that no two are equal.
   */
  public TokenBuilder token(String subject) {
    return token(new PlainVoice(), subject);
  }

  /**
   * Returns a good token as a provider writes it: issuer, header, claims, lifetime and key id are
   * the provider's own. {@link ProviderToken#settings} has what accepts it.
   */
  public TokenBuilder token(ProviderToken kind, String subject) {
    return token(kind.voice(), subject);
  }

  /** Returns a token of a provider that is no user's access, signed as well as a good one. */
  public TokenBuilder token(WrongToken kind, String subject) {
    return token(kind.voice(), subject);
  }

  private TokenBuilder token(ProviderVoice voice, String subject) {
    return TokenBuilder.of(this, voice, clock.instant(), subject);
  }

  /** Returns the settings that accept a provider's tokens from here; their key is published. */
  Map<String, String> settings(ProviderVoice voice) {
    token(voice, "nobody").nameKey();
    Map<String, String> settings = new LinkedHashMap<>(voice.settings());
    switch (voice.proof()) {
      case KEY_SET -> settings.put("tambo.jwks-url", keySetUrl());
      case SECRET ->
          settings.putAll(Map.of("tambo.verification", "secret", "tambo.secret", secret));
      case SESSION_SECRET -> settings.put("tambo.session-secret", secret);
    }
    return Collections.unmodifiableMap(settings);
  }

  /** Returns the secret that it shares with applications. */
  String secret() {
    return secret;
  }

  /**
   * Makes a text an opaque token. The user info endpoint answers it with these claims; so does the
   * introspection endpoint, with {@code iss}, {@code aud} and a {@code client_id} unless they are
   * among them.
   */
  public void opaqueToken(String token, Map<String, ? extends @Nullable Object> claims) {
    endpoints.identities().put(token, claims);
  }

  /** Makes an opaque token as good as never given out. */
  public void revokeToken(String token) {
    endpoints.identities().revoke(token);
  }

  /** Signs with new keys from now on; the old ones stay published. */
  public void rotateKeys() {
    keys.rotate();
  }

  /** Takes the keys from before the last rotation out of the key set. */
  public void withdrawOldKeys() {
    keys.withdrawOld();
  }

  /** Adds an entry to the key set as it is: another key, a broken one, or no JSON at all. */
  public void publishJwk(String rawJwk) {
    keys.publish(rawJwk);
  }

  /** Returns the key set as it is published; an algorithm's key from its first use on. */
  public String keySet() {
    return keys.keySet();
  }

  /** Returns the JWK of an algorithm's present key. */
  public String publicJwk(SignatureAlgorithm algorithm) {
    return keys.signing(algorithm).jwk();
  }

  /** Returns an algorithm's present key as PEM (SubjectPublicKeyInfo, RFC 7468 section 13). */
  public String publicKeyPem(SignatureAlgorithm algorithm) {
    PublicKey key = keys.signing(algorithm).pair().getPublic();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  /** Returns the metadata as it is published. */
  public String metadata() {
    return endpoints.changed(IssuerMetadata.of(this));
  }

  /** Changes what the metadata says, such as a wrong {@code issuer}; replaces earlier changes. */
  public void changeMetadata(Consumer<Map<String, @Nullable Object>> change) {
    endpoints.changeMetadata(change);
  }

  /** Answers discovery requests otherwise than with the metadata. */
  public void answerDiscoveryWith(Responder responder) {
    endpoints.discovery().answerWith(responder);
  }

  /** Answers key set requests otherwise than with the key set. */
  public void answerKeySetWith(Responder responder) {
    endpoints.keySet().answerWith(responder);
  }

  /** Answers user info requests otherwise than with the identities that were given. */
  public void answerUserinfoWith(Responder responder) {
    endpoints.userinfo().answerWith(responder);
  }

  /** Answers introspections otherwise than with the identities that were given. */
  public void answerIntrospectionWith(Responder responder) {
    endpoints.introspection().answerWith(responder);
  }

  /** Answers as a good issuer again: metadata, discovery, key set, user info, introspection. */
  public void answerNormally() {
    endpoints.answerNormally();
  }

  /** Goes out of order until {@link #comeBack()}. */
  public void goDown(Outage outage) {
    server.goDown(outage);
  }

  /** Is in order again, at the same address. */
  public void comeBack() {
    server.comeBack();
  }

  /** Holds all answers back until the result is closed. */
  public HeldAnswers holdAnswers() {
    return server.holdAnswers();
  }

  /** Returns how many discovery requests have arrived. */
  public int discoveryRequests() {
    return endpoints.discovery().requests();
  }

  /** Returns how many key set requests have arrived. */
  public int keySetRequests() {
    return endpoints.keySet().requests();
  }

  /** Returns how many user info requests have arrived. */
  public int userinfoRequests() {
    return endpoints.userinfo().requests();
  }

  /** Returns how many introspections have been asked for. */
  public int introspectionRequests() {
    return endpoints.introspection().requests();
  }

  /** Stops. Its keys may serve a later issuer of this JVM, under other key ids. */
  @Override
  public void close() {
    server.close();
    keys.giveBack();
  }

  Instant now() {
    return clock.instant();
  }

  IssuerKeys keys() {
    return keys;
  }

  private String base() {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Settings of an issuer before it starts. Not thread-safe. */
  public static final class Builder {

    private InstantSource clock = Clock.systemUTC();
    private @Nullable String name;
    private String path = "";

    private Builder() {}

    /** Gives the issuer a path, such as {@code /realms/demo}; {@code /} for a trailing slash. */
    public Builder path(String issuerPath) {
      path = issuerPath;
      return this;
    }

    /** Gives the issuer a name that is not its address, such as {@code https://idp.example}. */
    public Builder named(String origin) {
      name = origin;
      return this;
    }

    /** Takes the time from elsewhere than the machine; a {@link Clock} is one. */
    public Builder clock(InstantSource source) {
      clock = source;
      return this;
    }

    /** Starts the issuer. */
    public FakeIssuer start() {
      return new FakeIssuer(this);
    }
  }
}
