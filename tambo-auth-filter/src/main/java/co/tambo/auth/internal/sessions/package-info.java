/** What the providers' front ends keep in cookies. */
@NullMarked
package co.tambo.auth.internal.sessions;

import org.jspecify.annotations.NullMarked;
