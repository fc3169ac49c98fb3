/** Outgoing HTTP under deadlines. */
@NullMarked
package co.tambo.auth.internal.http;

import org.jspecify.annotations.NullMarked;
