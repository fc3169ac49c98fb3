package co.tambo.auth.jaxrs;

import co.tambo.auth.AccessMode;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a resource method asks of its caller.
 *
 * @param access null for that of the configuration
 * @param roles any of which the user needs; null when none is asked for, empty when nobody may
 * @param scopes all of which the user needs
 */
record MethodRule(@Nullable AccessMode access, @Nullable Set<String> roles, Set<String> scopes) {

  /** The rule of a method without an annotation. */
  static final MethodRule CONFIGURED = new MethodRule(null, null, Set.of());

  /** Reads the annotation that is nearest to a method of a resource class. */
  static MethodRule of(Class<?> resource, Method method) {
    return Declarations.nearestFirst(resource, method)
        .map(MethodRule::on)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(CONFIGURED);
  }

  /** Reads one element; where its annotations disagree, the strictest holds. */
  static Optional<MethodRule> on(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(new MethodRule(null, Set.of(), Set.of()));
    }
    RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
    TamboAuthenticated asked = element.getAnnotation(TamboAuthenticated.class);
    Set<String> scopes = asked == null ? Set.of() : Set.copyOf(List.of(asked.scopes()));
    if (roles != null || !scopes.isEmpty()) {
      return Optional.of(
          new MethodRule(
              AccessMode.REQUIRED,
              roles == null ? null : Set.copyOf(List.of(roles.value())),
              scopes));
    }
    return asked == null ? permitted(element) : Optional.of(open(asked.access()));
  }

  private static Optional<MethodRule> permitted(AnnotatedElement element) {
    return element.isAnnotationPresent(PermitAll.class)
        ? Optional.of(open(AccessMode.PERMISSIVE))
        : Optional.empty();
  }

  private static MethodRule open(AccessMode access) {
    return new MethodRule(access, null, Set.of());
  }

  /** Returns whether a request without a good credential may go on. */
  boolean isOpen() {
    return access == AccessMode.OPTIONAL || access == AccessMode.PERMISSIVE;
  }

  /** Returns whether the caller has one of the roles. */
  boolean allows(SecurityContext caller) {
    return roles == null || roles.stream().anyMatch(caller::isUserInRole);
  }
}
