package co.tambo.auth.contract;

import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The configurations that the rows run under; each is deployed once. */
public enum Configuration {
  /** Tokens in the Authorization header, keys by discovery. */
  TOKENS(world -> tokens(world)),
  OPTIONAL(world -> with(tokens(world), "tambo.access", "optional")),
  PERMISSIVE(world -> with(tokens(world), "tambo.access", "permissive")),
  PREFLIGHT(world -> with(tokens(world), "tambo.cors-preflight", "pass")),
  SCOPES(world -> with(tokens(world), "tambo.required-scopes", "threads:read")),
  REALM(world -> with(tokens(world), "tambo.realm", "the house")),

  KEYS_DOWN(world -> issuer(world.downIssuer())),
  KEYS_DOWN_OPTIONAL(world -> with(issuer(world.downIssuer()), "tambo.access", "optional")),
  KEYS_DOWN_PERMISSIVE(world -> with(issuer(world.downIssuer()), "tambo.access", "permissive")),

  OTHER_HEADER(world -> with(tokens(world), "tambo.user-token", "header:X-Access-Token")),
  COOKIE(world -> with(tokens(world), "tambo.user-token", "cookie:session")),
  COOKIE_ORIGINS(
      world ->
          with(
              with(tokens(world), "tambo.user-token", "cookie:session"),
              "tambo.allowed-origins",
              "https://app.example")),
  SESSION(world -> with(tokens(world), "tambo.user-token", "session:token")),
  ATTRIBUTE(world -> with(tokens(world), "tambo.user-token", "attribute:token")),
  TWO_PLACES(
      world -> with(tokens(world), "tambo.user-token", "header:Authorization,cookie:session")),

  KEY_HEADER(world -> userKey("header:X-User")),
  KEY_SESSION(world -> userKey("session:user")),
  KEY_ATTRIBUTE(world -> userKey("attribute:user")),
  KEY_PRINCIPAL(world -> userKey("principal")),
  KEY_VALUE(world -> userKey("value:developer")),
  KEY_AND_TOKEN(world -> with(tokens(world), "tambo.user-key", "header:X-User")),
  NEITHER(world -> Map.of()),

  PUBLIC_KEY(
      world ->
          with(
              with(tokens(world), "tambo.verification", "public-key"),
              "tambo.public-key",
              world.issuer().publicKeyPem(SignatureAlgorithm.RS256))),
  SECRET(
      world ->
          with(with(tokens(world), "tambo.verification", "secret"), "tambo.secret", World.SECRET)),
  UNSIGNED(world -> with(tokens(world), "tambo.verification", "none")),
  TWO_ISSUERS(Configuration::twoIssuers),

  EXCHANGE_OFF(world -> exchange("off", world, world.tambo())),
  EXCHANGE_ON_DEMAND(world -> exchange("on-demand", world, world.tambo())),
  EXCHANGE_REQUIRED(world -> exchange("required", world, world.tambo())),
  TAMBO_JUDGES(Configuration::tamboJudges),
  TAMBO_REFUSES(world -> exchange("required", world, world.refusingTambo())),
  TAMBO_DOWN(world -> exchange("required", world, world.downTambo())),
  TAMBO_DOWN_ON_DEMAND(world -> exchange("on-demand", world, world.downTambo())),
  TAMBO_DOWN_OPTIONAL(
      world -> with(exchange("required", world, world.downTambo()), "tambo.access", "optional")),
  API_KEY_WRONG(
      world -> with(exchange("required", world, world.tambo()), "tambo.api-key", "not-a-key")),
  NOT_TAMBO(world -> exchange("required", world, world.notTambo()));

  @SuppressWarnings("ImmutableEnumChecker") // the functions capture nothing
  private final Function<World, Map<String, String>> settings;

  Configuration(Function<World, Map<String, String>> settings) {
    this.settings = settings;
  }

  /** Returns the settings. */
  public Map<String, String> settings(World world) {
    return settings.apply(world);
  }

  private static Map<String, String> tokens(World world) {
    return issuer(world.issuer());
  }

  private static Map<String, String> issuer(FakeIssuer issuer) {
    return with(
        with(paths(), "tambo.issuer", issuer.issuer()), "tambo.audience", FakeIssuer.AUDIENCE);
  }

  private static Map<String, String> userKey(String source) {
    return with(paths(), "tambo.user-key", source);
  }

  private static Map<String, String> paths() {
    return Map.of(
        "tambo.public-paths", "/public/*,*.css,/exact",
        "tambo.optional-paths", "/optional/*",
        "tambo.roles-claim", "roles");
  }

  private static Map<String, String> exchange(String mode, World world, FakeTambo tambo) {
    Map<String, String> settings = new LinkedHashMap<>(tokens(world));
    settings.put("tambo.exchange", mode);
    settings.put("tambo.api-key", tambo.apiKey());
    settings.put("tambo.url", tambo.url());
    return settings;
  }

  private static Map<String, String> tamboJudges(World world) {
    return Map.of(
        "tambo.verification", "tambo",
        "tambo.api-key", world.tambo().apiKey(),
        "tambo.url", world.tambo().url());
  }

  private static Map<String, String> twoIssuers(World world) {
    return Map.of(
        "tambo.providers",
        "first,second",
        "tambo.provider.first.issuer",
        world.issuer().issuer(),
        "tambo.provider.first.audience",
        FakeIssuer.AUDIENCE,
        "tambo.provider.second.issuer",
        world.secondIssuer().issuer(),
        "tambo.provider.second.audience",
        "second-audience");
  }

  private static Map<String, String> with(Map<String, String> settings, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(key, value);
    return more;
  }
}
