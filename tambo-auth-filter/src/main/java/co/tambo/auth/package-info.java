/**
 * Who the Tambo user of a request is: the contract.
 *
 * <p>In reading order: {@link co.tambo.auth.TamboAuthenticator} is the one entry and lists the
 * stages; {@link co.tambo.auth.AuthRequest} is the view of a request that an adapter offers, {@link
 * co.tambo.auth.AuthDecision} what the adapter has to do. {@link co.tambo.auth.TamboAuth} is what
 * an application sees of it, with {@link co.tambo.auth.TamboAuthState}, {@link
 * co.tambo.auth.TamboPrincipal} and {@link co.tambo.auth.TamboToken}; {@link
 * co.tambo.auth.TamboRequests} makes calls to Tambo on the user's behalf. {@link
 * co.tambo.auth.TamboAuthConfig} is the configuration, {@link co.tambo.auth.AuthError} the closed
 * catalogue of answers, {@link co.tambo.auth.TamboAuthListener} the one place where logs come from.
 */
@NullMarked
package co.tambo.auth;

import org.jspecify.annotations.NullMarked;
