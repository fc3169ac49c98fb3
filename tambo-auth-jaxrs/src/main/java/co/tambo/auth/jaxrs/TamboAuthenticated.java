package co.tambo.auth.jaxrs;

import co.tambo.auth.AccessMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method asks of its caller; on a class, what its methods do. The nearest
 * annotation wins: the method's, then the resource class's, then those of super types. Wins over
 * {@code tambo.access} and the path lists. {@code @RolesAllowed} beside it asks for a role as well;
 * {@code @DenyAll} beside it refuses everybody.
 *
 * <p>A sub-resource class, which is reached through a locator, can be closed by it but not opened.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface TamboAuthenticated {

  /** Returns what a request without a good credential may do. */
  AccessMode access() default AccessMode.REQUIRED;

  /**
   * Returns the scopes that the user needs, all of them (RFC 6750 section 3.1); with any, the
   * access is {@link AccessMode#REQUIRED}.
   */
  String[] scopes() default {};
}
