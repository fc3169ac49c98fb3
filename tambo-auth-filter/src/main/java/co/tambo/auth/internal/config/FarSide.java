package co.tambo.auth.internal.config;

import co.tambo.auth.internal.providers.IssuerTemplate;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Warns of what Tambo will not take, where tokens are exchanged at all. */
final class FarSide {

  private static final int SHORTEST_SECRET = 32;

  private final Findings findings;
  private final boolean exchanging;
  private final boolean originalsGoOut;

  FarSide(Findings findings, ExchangeSettings exchange) {
    this.findings = findings;
    this.exchanging = exchange.mode() != ExchangeSettings.Mode.OFF;
    this.originalsGoOut = exchanging && exchange.signingSecret() == null;
  }

  void issuer(String issuer) {
    String path = uri(issuer).getRawPath();
    if (originalsGoOut && hasHost(issuer) && path != null && !path.isEmpty()) {
      findings.warn(ConfigWarning.ISSUER_WITH_PATH, issuer);
    }
  }

  void eddsa(String key) {
    if (originalsGoOut) {
      findings.warn(ConfigWarning.EDDSA, key);
    }
  }

  void secret(String key, byte[] secret) {
    if (originalsGoOut && characters(secret) < SHORTEST_SECRET) {
      findings.warn(ConfigWarning.SECRET_TOO_SHORT_FOR_TAMBO, key);
    }
  }

  /** Notes that encrypted sessions are accepted. */
  void session(String key) {
    if (originalsGoOut) {
      findings.warn(ConfigWarning.SESSION_NOT_EXCHANGEABLE, key);
    }
  }

  /** Notes what Tambo needs to know the users of opaque tokens by the same identity. */
  void opaque(OpaqueSettings opaque) {
    if (originalsGoOut) {
      findings.warn(
          ConfigWarning.OPAQUE_TOKENS_EXCHANGED,
          opaque.userinfoUrl() == null
              ? "the provider's, and tambo.userinfo-url too"
              : Shown.line(opaque.userinfoUrl().toString()));
    }
  }

  /** Notes that one person can come under two identities, by which a setting tells them apart. */
  void identities(String tokens, String setting) {
    if (exchanging) {
      findings.warn(ConfigWarning.SEVERAL_IDENTITIES, tokens, setting);
    }
  }

  void issuers(Collection<String> issuers) {
    Set<String> hosts = new HashSet<>();
    for (String issuer : issuers) {
      String host = host(issuer);
      if (exchanging && !hosts.add(host) && !isToldApart(host)) {
        findings.warn(ConfigWarning.ISSUERS_SHARE_HOST, host);
      }
    }
  }

  // Tambo adds the tenant to the key of a Microsoft user, and Google has one issuer, spelt two
  // ways.
  private static boolean isToldApart(String host) {
    return host.equals("accounts.google.com")
        || host.equals("sts.windows.net")
        || host.endsWith(".microsoftonline.com");
  }

  private static boolean hasHost(String issuer) {
    return uri(issuer).getHost() != null;
  }

  private static String host(String issuer) {
    String host = uri(issuer).getHost();
    return (host == null ? issuer : host).toLowerCase(Locale.ROOT);
  }

  private static URI uri(String issuer) {
    try {
      return new URI(issuer.replace(IssuerTemplate.TENANT, "tenant"));
    } catch (URISyntaxException e) {
      return URI.create("");
    }
  }

  // Tambo keeps a secret as text: bytes that are no UTF-8 count as none.
  private static int characters(byte[] secret) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(secret)).length();
    } catch (CharacterCodingException e) {
      return 0;
    }
  }
}
