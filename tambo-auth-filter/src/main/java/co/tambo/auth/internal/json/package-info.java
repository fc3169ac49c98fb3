/** JSON. */
@NullMarked
package co.tambo.auth.internal.json;

import org.jspecify.annotations.NullMarked;
