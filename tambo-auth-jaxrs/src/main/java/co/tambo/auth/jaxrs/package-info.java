/** The JAX-RS filter, feature and client filter. */
@NullMarked
package co.tambo.auth.jaxrs;

import org.jspecify.annotations.NullMarked;
