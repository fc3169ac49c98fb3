/** Whether a token that is not signed is good: its provider is asked. */
@NullMarked
package co.tambo.auth.internal.opaque;

import org.jspecify.annotations.NullMarked;
