/** Threads in every order that matters. */
@NullMarked
package co.tambo.auth.interleavings;

import org.jspecify.annotations.NullMarked;
