package co.tambo.auth.internal.config;

import co.tambo.auth.TamboAuthWarning;
import java.util.Locale;

/**
 * Every warning about a configuration: a stable code, and a sentence that says what is the matter,
 * which key it is about, and what to do.
 */
public enum ConfigWarning {
  NEITHER_CONFIGURED(
      "TAMBO-901",
      "Neither user key nor user token is configured: requests are blocked until one is."
          + " Set tambo.issuer and tambo.audience, or tambo.user-key."),
  BOTH_CONFIGURED(
      "TAMBO-902",
      "Both user key and user token are configured: a request that carries both is refused."
          + " If only one is meant, set tambo.user-key or tambo.user-token to none."),
  AUDIENCE_UNCHECKED(
      "TAMBO-903",
      "%s is none: tokens that were issued for other applications are accepted."
          + " Name this application's audience, or set tambo.authorized-parties."),
  ISSUER_UNCHECKED(
      "TAMBO-904",
      "%s is none: a token of any issuer is accepted if its signature fits." + " Name the issuer."),
  SHARED_SECRET(
      "TAMBO-905",
      "%s is secret: whoever knows the secret can be any user; it is meant for testing."
          + " Use discovery or public-key."),
  NOTHING_VERIFIED(
      "TAMBO-906",
      "%s is none: anybody can be any user; it is meant for development."
          + " Use discovery, and set tambo.environment=production where it counts."),
  JUDGED_BY_TAMBO(
      "TAMBO-907",
      "%s is tambo: Tambo alone judges user tokens, and a Tambo project whose token validation is"
          + " in mode none judges nothing. Choose another mode in the Tambo project, or use"
          + " discovery here."),
  USER_KEY_FROM_HEADER(
      "TAMBO-908",
      "tambo.user-key takes the user key from the header %s: whoever can send that header can be"
          + " any user. Let a gateway in front of this application remove and set it, or use a"
          + " session attribute."),
  USER_KEY_FIXED(
      "TAMBO-909",
      "tambo.user-key is a fixed value: every caller is the same user; it is meant for"
          + " development. Use principal or a session attribute."),
  UNKNOWN_SETTING(
      "TAMBO-910",
      "The %s %s is no setting of tambo-auth; did you mean %s? Correct its name, or rename it if it"
          + " belongs to something else."),
  KEY_LEFT_OUT(
      "TAMBO-911", "A key of %s is left out: %s Correct or remove it, unless that is meant."),
  ALLOWED(
      "TAMBO-912",
      "%s admits %s, which presets refuse. Make sure that the application means to serve them, or"
          + " remove the word."),
  USERINFO_UNBOUND(
      "TAMBO-913",
      "%s alone tells who the user of an opaque token is, not for whom the token was issued: any"
          + " application of the provider can log in its users here. Set tambo.introspection-url,"
          + " or send the ID token."),
  ISSUER_WITH_PATH(
      "TAMBO-921",
      "The issuer %s has a path or ends in a slash: a Tambo project in mode Asymmetric Auto refuses"
          + " its tokens. Set tambo.exchange.subject-token=signed, set the Tambo project to Asymmetric"
          + " Manual with the issuer's public key, or set tambo.exchange=off."),
  EDDSA(
      "TAMBO-922",
      "%s admits EdDSA: Tambo accepts no EdDSA token and the exchange will fail. Set"
          + " tambo.exchange.subject-token=signed, let the issuer sign with RS256 or ES256, or set"
          + " tambo.exchange=off."),
  ISSUERS_SHARE_HOST(
      "TAMBO-923",
      "Several issuers are on the host %s: Tambo tells users apart by host and subject, so equal"
          + " subjects of these issuers share their threads. Make sure that subjects differ, or"
          + " accept one of the issuers."),
  SECRET_TOO_SHORT_FOR_TAMBO(
      "TAMBO-924",
      "%s is not a text of at least 32 characters: Tambo cannot hold it and the exchange will fail."
          + " Use a longer text, or set tambo.exchange.subject-token=signed or tambo.exchange=off."),
  TOKEN_TOO_LONG_FOR_TAMBO(
      "TAMBO-925",
      "Tambo refused a user token for its length: it takes at most 8,192 characters. Let the issuer"
          + " put fewer claims into its tokens, or set tambo.exchange=off."),
  SIGNED_TOKEN_REFUSED(
      "TAMBO-926",
      "Tambo refused a token that was signed here. If it refuses them all, set the Tambo project to"
          + " mode Symmetric with the very text of tambo.exchange.signing-secret."),
  OPAQUE_TOKENS_EXCHANGED(
      "TAMBO-927",
      "Opaque tokens are exchanged: Tambo knows their users only in a project whose validation mode"
          + " is None and which has the same user info endpoint. In the Tambo project, under"
          + " Settings, User Authentication, set the validation mode to Manual (None) and the User"
          + " Info Endpoint to %s; or set tambo.exchange=off."),
  IDENTITY_FOLLOWS_TOKEN(
      "TAMBO-928",
      "Tambo has made a user of an opaque token itself: with tambo.verification=tambo the identity"
          + " then follows the token, and a user's threads vanish at each login. In the Tambo"
          + " project, under Settings, User Authentication, set the User Info Endpoint."),
  SEVERAL_IDENTITIES(
      "TAMBO-929",
      "Accepted are %s: the same person has another context key in each, and does not find the"
          + " threads of the other again. Accept one of the two, by %s."),
  SESSION_NOT_EXCHANGEABLE(
      "TAMBO-930",
      "%s opens encrypted sessions, which Tambo cannot read, so that their exchange will fail. Set"
          + " tambo.exchange.subject-token=signed, or tambo.exchange=off."),
  PREFLIGHT_REFUSED(
      "TAMBO-931",
      "A CORS preflight was refused: browsers on other origins cannot call that path. To let"
          + " preflights go on as anonymous, set tambo.cors-preflight=pass."),
  LOGIN_BEFORE_ATTRIBUTE(
      "TAMBO-940",
      "%s is a request attribute, which a filter sets too late for tambo.container-login: the"
          + " container logs in before any filter. Use another place, or set"
          + " tambo.container-login=false.");

  private final String code;
  private final String sentence;

  ConfigWarning(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** Returns the stable code, {@code TAMBO-9…}. */
  public String code() {
    return code;
  }

  /**
   * Returns the warning about these.
   *
   * @param about what the sentence leaves open, in its order: keys, names, addresses; never a
   *     secret
   */
  public TamboAuthWarning about(Object... about) {
    return new TamboAuthWarning(code, String.format(Locale.ROOT, sentence, about));
  }
}
