/** Time. */
@NullMarked
package co.tambo.auth.internal.time;

import org.jspecify.annotations.NullMarked;
