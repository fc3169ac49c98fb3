package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthWarning;
import co.tambo.auth.TamboAuthenticator;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reads the annotations of each resource method once and puts a guard with the rule in front of it.
 */
final class MethodGuards implements DynamicFeature {

  private final TamboAuthenticator authenticator;
  private final AccessFilter access;
  private final OpenPaths openPaths;
  private final Set<Object> seen = ConcurrentHashMap.newKeySet();

  MethodGuards(TamboAuthenticator authenticator, AccessFilter access, OpenPaths openPaths) {
    this.authenticator = authenticator;
    this.access = access;
    this.openPaths = openPaths;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    warnOfLocators(resource.getResourceClass());
    MethodRule rule = rule(resource.getResourceClass(), resource.getResourceMethod());
    ContainerRequestFilter guard = request -> access.enforce(rule, request);
    context.register(guard, Priorities.AUTHENTICATION);
  }

  private MethodRule rule(Class<?> type, Method method) {
    MethodRule rule = MethodRule.of(type, method);
    if (!rule.isOpen()) {
      return rule;
    }
    boolean first = seen.add(method);
    Optional<OpenPath> path = OpenPath.of(type, method);
    if (first) {
      path.ifPresentOrElse(open -> open(open, rule, method), () -> warnOfSubResource(method));
    }
    return path.isPresent() ? rule : MethodRule.CONFIGURED;
  }

  private void open(OpenPath path, MethodRule rule, Method method) {
    openPaths.add(path);
    authenticator.announce(
        "tambo-auth: %s %s is %s (%s)"
            .formatted(path.httpMethod(), path.template(), rule.access(), name(method)));
  }

  private void warnOfSubResource(Method method) {
    warn(
        "TAMBO-960",
        method,
        "is a method of a sub-resource, which no annotation can open: tambo.access holds;"
            + " tambo.optional-paths and tambo.public-paths can open its path");
  }

  /** A locator runs before anything knows of it. */
  private void warnOfLocators(Class<?> type) {
    if (seen.add(type)) {
      Stream.of(type.getMethods())
          .filter(method -> OpenPath.isLocator(type, method))
          .filter(method -> MethodRule.on(method).isPresent())
          .forEach(
              method ->
                  warn(
                      "TAMBO-961",
                      method,
                      "is a sub-resource locator, on which an annotation has no effect:"
                          + " annotate the sub-resource"));
    }
  }

  private void warn(String code, Method method, String message) {
    authenticator.warn(new TamboAuthWarning(code, name(method) + " " + message));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }
}
