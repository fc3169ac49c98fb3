/**
 * Stand-ins for tests: {@link co.tambo.auth.testing.FakeIssuer}, an OpenID issuer, and {@link
 * co.tambo.auth.testing.FakeTambo}, the Tambo API. Both listen on loopback, on a free port, and
 * answer as the real ones were observed to; neither keeps a JVM alive.
 *
 * <pre>{@code
 * try (FakeIssuer issuer = FakeIssuer.start(); FakeTambo tambo = FakeTambo.trusting(issuer)) {
 *   // tambo.issuer = issuer.issuer(), tambo.audience = FakeIssuer.AUDIENCE
 *   // tambo.url = tambo.url(), tambo.api-key = tambo.apiKey()
 *   call("/api/me", "Bearer " + issuer.token("alice").text());
 * }
 * }</pre>
 *
 * <p>The keys and secrets in here are made at run time and guard nothing. Of Tambo there is the
 * token exchange and the v1 threads; runs end where a model would be asked.
 */
@NullMarked
package co.tambo.auth.testing;

import org.jspecify.annotations.NullMarked;
