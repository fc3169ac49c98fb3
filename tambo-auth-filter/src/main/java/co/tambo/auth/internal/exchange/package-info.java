/** The token exchange with Tambo. */
@NullMarked
package co.tambo.auth.internal.exchange;

import org.jspecify.annotations.NullMarked;
