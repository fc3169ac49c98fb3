/**
 * The parts behind the contract, free to change; exported to nobody.
 *
 * <p>In the order in which a token meets them: {@code config} says what is accepted, {@code json}
 * and {@code jose} read a token strictly and check its signature, {@code keys} finds the issuer's
 * keys over {@code http}, {@code verify} judges the claims and remembers the verdict, {@code
 * exchange} asks Tambo. Verification and exchange do not know each other; only the authenticator
 * knows both.
 */
@NullMarked
package co.tambo.auth.internal;

import org.jspecify.annotations.NullMarked;
