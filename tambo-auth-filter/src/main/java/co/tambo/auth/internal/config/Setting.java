package co.tambo.auth.internal.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every setting there is: the one list that the reader, the messages and the documents share. */
public enum Setting {
  USER_TOKEN(
      "tambo.user-token",
      said("`header:Authorization` once any verification setting is there"),
      "Where the user token is: `header:NAME`, `cookie:NAME`, `session:ATTR`, `attribute:NAME`, or"
          + " a comma list of these; the word `none` turns user tokens off."),
  USER_KEY(
      "tambo.user-key",
      value("none"),
      "Where the user key is: `principal` (the container's login), `session:ATTR`,"
          + " `attribute:NAME`, `header:NAME` (a trusted gateway; warns) or `value:KEY`"
          + " (development; warns).",
      Trait.SECRET),
  PRESET(
      "tambo.preset",
      value("none"),
      "The identity provider, whose name stands for all that is not set beside it: `google`,"
          + " `entra`, `auth0`, `clerk`, `firebase`, `supabase`, `neon`, `workos`, `better-auth`,"
          + " `authjs`, `github`, `keycloak`, `okta` or `cognito`.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  DOMAIN(
      "tambo.domain",
      said(""),
      "The provider's host for this customer, without `https://`; which one, the preset's guide"
          + " says.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  TENANT(
      "tambo.tenant",
      said(""),
      "Accepted tenants: Workspace domains, directories, organizations; the pool of `cognito`.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  CLIENT_ID(
      "tambo.client-id",
      said(""),
      "This application's id at the provider, for a preset or an introspection; several for"
          + " presets that accept several.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  CLIENT_SECRET(
      "tambo.client-secret",
      said(""),
      "The secret of `tambo.client-id`, for an introspection and for `github`.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED,
      Trait.SECRET),
  INTROSPECTION_URL(
      "tambo.introspection-url",
      said("of `github`, its token check"),
      "Where opaque tokens are checked (RFC 7662); needs `tambo.client-id` and"
          + " `tambo.client-secret`.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  USERINFO_URL(
      "tambo.userinfo-url",
      said("of `github`, its user"),
      "Where the user of an opaque token is asked for (OpenID Connect Core 1.0 section 5.3).",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  SESSION_SECRET(
      "tambo.session-secret",
      said(""),
      "Opens the front end's encrypted sessions of `authjs` and `workos`: its own secret; a comma"
          + " list while it is being replaced.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED,
      Trait.SECRET),
  ALLOW(
      "tambo.allow",
      value("none"),
      "What presets refuse by default and this application admits: `anonymous-users`,"
          + " `machine-tokens`, `personal-accounts`; each warns.",
      Trait.OF_PROVIDER),
  VERIFICATION(
      "tambo.verification",
      value("discovery"),
      "How user tokens are verified: `discovery`, `public-key`, `secret` (testing; warns), `none`"
          + " (development; warns) or `tambo` (Tambo is the judge; warns).",
      Trait.OF_PROVIDER),
  ENVIRONMENT(
      "tambo.environment",
      value("none"),
      "`production` refuses unverified tokens, `value:` user keys and plain http; `development`"
          + " is the same as `none`."),
  ISSUER(
      "tambo.issuer",
      said("the preset's"),
      "Accepted issuers, compared character for character; needed unless the verification is"
          + " `none` or `tambo`; the word `none` turns the check off with `public-key` and"
          + " `secret` (warns).",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  AUDIENCE(
      "tambo.audience",
      said("the preset's"),
      "Accepted audiences; needed unless `tambo.authorized-parties` is set; the word `none` turns"
          + " the check off (warns).",
      Trait.OF_PROVIDER),
  AUTHORIZED_PARTIES(
      "tambo.authorized-parties",
      value("none"),
      "Accepted `azp` or `client_id` values.",
      Trait.OF_PROVIDER),
  JWKS_URL(
      "tambo.jwks-url",
      said("the preset's, else from discovery"),
      "Address of the issuer's key set.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED),
  PUBLIC_KEY(
      "tambo.public-key",
      said(""),
      "The key of `tambo.verification=public-key`: a PEM (SPKI, X.509), a JWK or a JWK set, as"
          + " text, `file:PATH` or `classpath:PATH`.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED,
      Trait.SECRET),
  SECRET(
      "tambo.secret",
      said(""),
      "The secret of `tambo.verification=secret`: text (its UTF-8 bytes), or `base64:` or"
          + " `base64url:` and the encoded bytes; HS256 needs 32 bytes, HS384 48, HS512 64.",
      Trait.OF_PROVIDER,
      Trait.NOT_SHARED,
      Trait.SECRET),
  ALGORITHMS(
      "tambo.algorithms",
      said(
          "the preset's, else all of RS/PS/ES 256–512 and EdDSA; with `secret`, the HS its length"
              + " permits"),
      "The only signature algorithms that are accepted.",
      Trait.OF_PROVIDER),
  CLOCK_SKEW(
      "tambo.clock-skew",
      value("PT30S"),
      "How far the issuer's clock may be off, from `PT0S` to `PT5M`.",
      Trait.OF_PROVIDER),
  KEYS_REFRESH(
      "tambo.keys.refresh",
      value("PT5M"),
      "How long a fetched key set is used before it is fetched again, from `PT1M` to `P1D`; a"
          + " shorter `max-age` of the provider wins."),
  KEYS_HORIZON(
      "tambo.keys.horizon",
      value("PT4H"),
      "How long old keys serve while the provider cannot be reached, from `tambo.keys.refresh` to"
          + " `P30D`."),
  BLOCK_PRIVATE_ADDRESSES(
      "tambo.http.block-private-addresses",
      value("false"),
      "`true` refuses provider addresses that resolve to private, loopback or metadata ranges."),
  NAME_CLAIM(
      "tambo.name-claim",
      value("sub"),
      "The claim that is the principal's name: a claim name or a JSON Pointer.",
      Trait.OF_PROVIDER),
  ROLES_CLAIM(
      "tambo.roles-claim",
      value("none", "the preset's, else none"),
      "The claim that holds the roles: a claim name or a JSON Pointer.",
      Trait.OF_PROVIDER),
  TENANT_CLAIM(
      "tambo.tenant-claim",
      value("none", "the preset's, else none"),
      "The claim that holds the tenant: a claim name or a JSON Pointer.",
      Trait.OF_PROVIDER),
  REQUIRED_SCOPES(
      "tambo.required-scopes",
      value("none"),
      "Scopes that a user token must all have.",
      Trait.OF_PROVIDER),
  PROVIDERS(
      "tambo.providers",
      value("none"),
      "Names of several providers side by side, each set up by `tambo.provider.NAME.*`."),
  API_KEY(
      "tambo.api-key",
      said(""),
      "The Tambo project's API key; a secret, sent to `tambo.url` only.",
      Trait.SECRET),
  URL(
      "tambo.url",
      value("https://api.tambo.co"),
      "The Tambo API's origin; plain http only for loopback."),
  EXCHANGE(
      "tambo.exchange",
      said("`on-demand` with an API key, else `off`"),
      "When a user token is exchanged for a Tambo token: `off`, `on-demand` (when the application"
          + " asks) or `required` (before a request goes on)."),
  SUBJECT_TOKEN(
      "tambo.exchange.subject-token",
      value("original"),
      "What Tambo is given in exchange: `original`, the user token as it came, or `signed`, a"
          + " short-lived token of ours that says whom we verified, for a Tambo project in mode"
          + " Symmetric."),
  SIGNING_SECRET(
      "tambo.exchange.signing-secret",
      said(""),
      "The secret that signs with `tambo.exchange.subject-token=signed`: text of at least 32"
          + " characters, the same as in the Tambo project.",
      Trait.SECRET),
  EXCHANGE_TIMEOUT(
      "tambo.exchange.timeout",
      value("PT10S"),
      "Deadline of a whole exchange, from `PT0.1S` to `PT1M`."),
  ACCESS(
      "tambo.access",
      value("required"),
      "What a request without a good credential may do: `required`, `optional` or `permissive`."),
  PUBLIC_PATHS(
      "tambo.public-paths",
      value("none"),
      "Paths that are permissive: `/exact`, `/dir/*` or `*.css`."),
  OPTIONAL_PATHS(
      "tambo.optional-paths",
      value("none"),
      "Paths that are optional, written like `tambo.public-paths`."),
  CORS_PREFLIGHT(
      "tambo.cors-preflight",
      value("refuse"),
      "`pass` lets a CORS preflight go on as anonymous; `refuse` protects it like any request."),
  ALLOWED_ORIGINS(
      "tambo.allowed-origins",
      said("the request's own scheme, host and port"),
      "Origins whose pages may change something with a token from a cookie."),
  CONTAINER_LOGIN(
      "tambo.container-login",
      value("false"),
      "`true` makes the user the container's own caller too (Jakarta Authentication), as EJBs,"
          + " `@Inject Principal` and Jakarta Security see it."),
  REALM("tambo.realm", value("tambo"), "Realm of the challenge.");

  private enum Trait {
    OF_PROVIDER,
    NOT_SHARED,
    SECRET
  }

  private record Default(String text, boolean isValue, String said) {}

  private final String key;
  private final String whenUnset;
  private final boolean hasDefaultValue;
  private final String defaultText;
  private final String meaning;
  private final boolean ofProvider;
  private final boolean shared;
  private final boolean secret;

  Setting(String key, Default whenUnset, String meaning, Trait... traits) {
    this.key = key;
    this.whenUnset = whenUnset.text();
    this.hasDefaultValue = whenUnset.isValue();
    this.defaultText = whenUnset.said();
    this.meaning = meaning;
    List<Trait> all = Arrays.asList(traits);
    this.ofProvider = all.contains(Trait.OF_PROVIDER);
    this.shared = !all.contains(Trait.NOT_SHARED);
    this.secret = all.contains(Trait.SECRET);
  }

  /** Returns the key, such as {@code tambo.issuer}. */
  public String key() {
    return key;
  }

  /** Returns the key of this setting for one of {@code tambo.providers}. */
  public String key(String provider) {
    return "tambo.provider." + provider + key.substring("tambo".length());
  }

  /** Returns the value that an unset key has, empty when that depends on other settings. */
  public Optional<String> defaultValue() {
    return hasDefaultValue ? Optional.of(whenUnset) : Optional.empty();
  }

  /** Returns what the documents say about an unset key. */
  public String defaultText() {
    return defaultText;
  }

  /** Returns the meaning in one sentence, with back ticks around what is typed. */
  public String meaning() {
    return meaning;
  }

  /** Returns whether each of {@code tambo.providers} can have its own. */
  public boolean ofProvider() {
    return ofProvider;
  }

  /** Returns whether the plain key serves the named providers that do not have their own. */
  public boolean shared() {
    return shared;
  }

  /** Returns whether the value may never be printed. */
  public boolean secret() {
    return secret;
  }

  private static Default value(String text) {
    return value(text, "`" + text + "`");
  }

  private static Default said(String text) {
    return new Default(text, false, text);
  }

  private static Default value(String text, String inDocuments) {
    return new Default(text, true, inDocuments);
  }
}
