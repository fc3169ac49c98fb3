package co.tambo.auth.jaxrs;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the annotations of a resource method can be. */
final class Declarations {

  private Declarations() {}

  /**
   * Returns the method, the resource class and its super classes down to the method's own, and
   * then, for each farther super type, the method that is overridden and the type (Jakarta
   * Annotations section 2.1).
   */
  static Stream<AnnotatedElement> nearestFirst(Class<?> resource, Method method) {
    Method own = declaredIn(resource, method).orElse(method);
    List<AnnotatedElement> near = new ArrayList<>(List.of(own));
    List<AnnotatedElement> far = new ArrayList<>();
    for (Class<?> type : types(resource)) {
      if (own.getDeclaringClass().isAssignableFrom(type)) {
        near.add(type);
      } else {
        declaredIn(type, own).ifPresent(far::add);
        far.add(type);
      }
    }
    return Stream.concat(near.stream(), far.stream());
  }

  /** Returns the first value that is found on a type or its super types. */
  static <T> Optional<T> onType(Class<?> type, Function<AnnotatedElement, Optional<T>> read) {
    return types(type).stream().map(read).flatMap(Optional::stream).findFirst();
  }

  /** Returns the first value that is found on a method or on one that it overrides. */
  static <T> Optional<T> onMethod(
      Class<?> resource, Method method, Function<AnnotatedElement, Optional<T>> read) {
    return nearestFirst(resource, method)
        .filter(Method.class::isInstance)
        .map(read)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns a class, its super classes, and then the interfaces of each. */
  private static Set<Class<?>> types(Class<?> resource) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      types.add(type);
    }
    List.copyOf(types).forEach(type -> addInterfaces(type, types));
    return types;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
    for (Class<?> parent : type.getInterfaces()) {
      types.add(parent);
      addInterfaces(parent, types);
    }
  }

  private static Optional<Method> declaredIn(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(other -> !other.isBridge() && isOverridden(other, method))
        .findFirst();
  }

  /** Also where a type parameter of the super type has become a type. */
  private static boolean isOverridden(Method parent, Method method) {
    Class<?>[] types = method.getParameterTypes();
    Class<?>[] erased = parent.getParameterTypes();
    Type[] generic = parent.getGenericParameterTypes();
    return parent.getName().equals(method.getName())
        && (parent.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0
        && erased.length == types.length
        && IntStream.range(0, erased.length)
            .allMatch(
                i ->
                    erased[i] == types[i]
                        || (generic[i] instanceof TypeVariable
                            && erased[i].isAssignableFrom(types[i])));
  }
}
