package co.tambo.benchmarks;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.servlet.TamboAuthFilter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import jakarta.servlet.Filter;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.pac4j.core.authorization.authorizer.DefaultAuthorizers;
import org.pac4j.core.client.Clients;
import org.pac4j.core.config.Config;
import org.pac4j.http.client.direct.HeaderClient;
import org.pac4j.jee.filter.SecurityFilter;
import org.pac4j.jwt.config.signature.RSASignatureConfiguration;
import org.pac4j.jwt.credentials.authenticator.JwtAuthenticator;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What stands before the page. */
enum Protection {
  NONE {
    @Override
    Filter filter(String keySet) {
      return (request, response, chain) -> chain.doFilter(request, response);
    }
  },
  TAMBO {
    @Override
    Filter filter(String keySet) {
      Map<String, String> settings =
          Map.of(
              "tambo.issuer",
              DemoIssuer.ISSUER,
              "tambo.audience",
              DemoIssuer.AUDIENCE,
              "tambo.roles-claim",
              "/realm_access/roles",
              "tambo.verification",
              "public-key",
              "tambo.public-key",
              keySet);
      return new TamboAuthFilter(TamboAuthConfig.of(settings), TamboAuthListener.logging());
    }
  },
  /** The filters that a resource server cannot do without. */
  SPRING {
    @Override
    Filter filter(String keySet) throws Exception {
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(JWKSet.parse(keySet))).build();
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              JwtValidators.createDefaultWithIssuer(DemoIssuer.ISSUER),
              new JwtClaimValidator<List<String>>(
                  "aud", audience -> audience != null && audience.contains(DemoIssuer.AUDIENCE))));
      ProviderManager manager = new ProviderManager(new JwtAuthenticationProvider(decoder));
      return new FilterChainProxy(
          new DefaultSecurityFilterChain(
              AnyRequestMatcher.INSTANCE,
              new BearerTokenAuthenticationFilter(manager),
              new ExceptionTranslationFilter(new BearerTokenAuthenticationEntryPoint()),
              new AuthorizationFilter(AuthenticatedAuthorizationManager.authenticated())));
    }
  },
  PAC4J {
    @Override
    Filter filter(String keySet) throws Exception {
      JWKSet keys = JWKSet.parse(keySet);
      KeyPair pair = new KeyPair(keys.getKeys().get(0).toRSAKey().toPublicKey(), null);
      JwtAuthenticator authenticator = new JwtAuthenticator(new RSASignatureConfiguration(pair));
      HeaderClient client = new HeaderClient("Authorization", "Bearer ", authenticator);
      client.init(); // first requests that come together would find it half ready
      Config config = new Config(new Clients(client));
      SecurityFilter filter = new SecurityFilter(config, "HeaderClient");
      filter.setAuthorizers(DefaultAuthorizers.IS_AUTHENTICATED);
      return filter;
    }
  };

  /** Returns a filter that trusts the keys of a set. */
  abstract Filter filter(String keySet) throws Exception;
}
