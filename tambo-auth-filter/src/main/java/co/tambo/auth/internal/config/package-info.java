/** The configuration. */
@NullMarked
package co.tambo.auth.internal.config;

import org.jspecify.annotations.NullMarked;
