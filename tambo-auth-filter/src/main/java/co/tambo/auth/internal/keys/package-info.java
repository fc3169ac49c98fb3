/** Where keys come from. */
@NullMarked
package co.tambo.auth.internal.keys;

import org.jspecify.annotations.NullMarked;
