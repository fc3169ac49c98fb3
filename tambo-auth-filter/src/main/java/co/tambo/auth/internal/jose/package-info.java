/** Compact JWS, keys and signatures. */
@NullMarked
package co.tambo.auth.internal.jose;

import org.jspecify.annotations.NullMarked;
