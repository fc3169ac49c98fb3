package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.jose.CompactJws;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.providers.IssuerTemplate;
import co.tambo.auth.internal.time.TimeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the provider by the token's issuer, before any key. An issuer that is not configured
 * costs no request.
 */
final class SignedTokens implements TokenVerifier {

  private final Map<String, Provider> byIssuer;
  private final @Nullable Provider anyIssuer;

  private SignedTokens(Map<String, Provider> byIssuer, @Nullable Provider anyIssuer) {
    this.byIssuer = Map.copyOf(byIssuer);
    this.anyIssuer = anyIssuer;
  }

  static SignedTokens of(
      List<ProviderSettings> providers,
      Function<ProviderSettings, KeySource> keys,
      TimeSource time) {
    Map<String, Provider> byIssuer = new HashMap<>();
    Provider anyIssuer = null;
    for (ProviderSettings settings : providers.stream().filter(ProviderSettings::signed).toList()) {
      Provider provider = new Provider(settings, keys.apply(settings), time);
      settings.issuers().forEach(issuer -> byIssuer.put(issuer, provider));
      anyIssuer = settings.issuers().isEmpty() ? provider : anyIssuer;
    }
    return new SignedTokens(byIssuer, anyIssuer);
  }

  @Override
  public Verdict verify(String token) {
    String issuer = "";
    String kid = "";
    try {
      CompactJws jws = CompactJws.parse(token);
      kid = jws.kid() == null ? "" : jws.kid();
      Claims claims = Claims.read(jws.payload());
      issuer = claims.issuer() == null ? "" : claims.issuer();
      return providerOf(claims).verify(jws, claims);
    } catch (TokenRejectedException e) {
      return new Refused(e.rejection(), issuer, kid);
    }
  }

  private @Nullable Provider named(Claims claims) {
    String issuer = claims.issuer();
    if (issuer == null) {
      return null;
    }
    Provider exact = issuer.contains(IssuerTemplate.TENANT) ? null : byIssuer.get(issuer);
    return exact == null ? ofTemplate(issuer, claims) : exact;
  }

  private @Nullable Provider ofTemplate(String issuer, Claims claims) {
    String tenant = claims.members().get("tid") instanceof String text ? text : null;
    String template = IssuerTemplate.of(issuer, tenant);
    return template == null ? null : byIssuer.get(template);
  }

  private Provider providerOf(Claims claims) throws TokenRejectedException {
    Provider named = named(claims);
    Provider provider = named == null ? anyIssuer : named;
    if (provider == null) {
      throw new TokenRejectedException(Rejection.ISSUER_NOT_ACCEPTED);
    }
    return provider;
  }
}
