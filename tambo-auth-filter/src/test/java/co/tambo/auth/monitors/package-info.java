/**
 * Whether a monitor is held while a thread may block: on a virtual thread that stops its carrier.
 */
@NullMarked
package co.tambo.auth.monitors;

import org.jspecify.annotations.NullMarked;
