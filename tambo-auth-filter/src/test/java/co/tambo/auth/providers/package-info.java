/** Real providers, run as programs of their own, and what their tokens and cookies come to here. */
@NullMarked
package co.tambo.auth.providers;

import org.jspecify.annotations.NullMarked;
