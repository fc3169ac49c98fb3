/** The servlet filter. */
@NullMarked
package co.tambo.auth.servlet;

import org.jspecify.annotations.NullMarked;
