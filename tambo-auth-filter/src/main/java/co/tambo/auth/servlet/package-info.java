/**
 * The servlet filter.
 *
 * <p>In reading order: {@link co.tambo.auth.servlet.TamboAuthFilter}, then {@code Dispatch}, one
 * dispatch on its way through it, and {@code TamboAuthenticatedRequest}, what the application sees.
 * Container login apart: {@link co.tambo.auth.servlet.TamboAuthInitializer} finds who asks for it,
 * {@code ContainerIdentity} holds it, {@code CallerAuthProvider} registers it, {@code
 * CallerAuthContext} makes the caller; only classes named {@code CallerAuth…} know Jakarta
 * Authentication.
 */
@NullMarked
package co.tambo.auth.servlet;

import org.jspecify.annotations.NullMarked;
