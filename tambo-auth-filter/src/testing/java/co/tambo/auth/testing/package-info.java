/**
 * Stand-ins for tests: {@link co.tambo.auth.testing.FakeIssuer}, an OpenID issuer, {@link
 * co.tambo.auth.testing.FakeGitHub}, GitHub's check of its tokens, and {@link
 * co.tambo.auth.testing.FakeTambo}, the Tambo API. They listen on loopback, on a free port, and
 * answer as the real ones were observed or are documented to; none keeps a JVM alive.
 *
 * <pre>{@code
 * try (FakeIssuer issuer = FakeIssuer.start(); FakeTambo tambo = FakeTambo.trusting(issuer)) {
 *   // tambo.issuer = issuer.issuer(), tambo.audience = FakeIssuer.AUDIENCE
 *   // tambo.url = tambo.url(), tambo.api-key = tambo.apiKey()
 *   call("/api/me", "Bearer " + issuer.token("alice").text());
 * }
 * }</pre>
 *
 * <p>The issuer also speaks as the identity providers do: {@link
 * co.tambo.auth.testing.ProviderToken} for users' tokens, {@link co.tambo.auth.testing.WrongToken}
 * for what must be refused.
 *
 * <pre>{@code
 * TamboAuthConfig.of(ProviderToken.KEYCLOAK.settings(issuer));
 * issuer.token(ProviderToken.KEYCLOAK, "ada").roles("editor").text();
 * }</pre>
 *
 * <p>The keys and secrets in here are made at run time and guard nothing. Of Tambo there is the
 * token exchange and the v1 threads; runs end where a model would be asked.
 */
@NullMarked
package co.tambo.auth.testing;

import org.jspecify.annotations.NullMarked;
