/** Whether a user token is good. */
@NullMarked
package co.tambo.auth.internal.verify;

import org.jspecify.annotations.NullMarked;
