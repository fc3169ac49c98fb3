/** Injection by Jakarta CDI; loaded only where a CDI container finds the extension. */
@NullMarked
package co.tambo.auth.cdi;

import org.jspecify.annotations.NullMarked;
