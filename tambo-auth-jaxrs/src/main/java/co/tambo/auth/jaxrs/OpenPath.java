package co.tambo.auth.jaxrs;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The requests that an open method of a root resource class could match: more than it does match,
 * never fewer.
 *
 * @param httpMethod what the method is annotated with
 * @param template the path templates of class and method, as they are written
 * @param segments the template's segments; {@link #ANY} for those that are no plain text
 * @param openEnded whether a regular expression may take more segments
 */
record OpenPath(String httpMethod, String template, List<String> segments, boolean openEnded) {

  private static final String ANY = "{}";

  /** Returns the requests of a method; empty when it is no method of a root resource class. */
  static Optional<OpenPath> of(Class<?> resource, Method method) {
    Optional<String> root = Declarations.onType(resource, OpenPath::path);
    Optional<String> http = Declarations.onMethod(resource, method, OpenPath::designator);
    String own = Declarations.onMethod(resource, method, OpenPath::path).orElse("");
    return root.flatMap(path -> http.map(name -> of(name, path + "/" + own)));
  }

  static OpenPath of(String httpMethod, String template) {
    List<String> segments = new ArrayList<>();
    for (String segment : template.split("/", -1)) {
      int variable = segment.indexOf('{');
      if (variable >= 0 && segment.indexOf(':', variable) > 0) {
        return new OpenPath(httpMethod, template, List.copyOf(segments), true);
      }
      if (!segment.isEmpty()) {
        segments.add(variable >= 0 || segment.indexOf('%') >= 0 ? ANY : segment);
      }
    }
    return new OpenPath(httpMethod, template, List.copyOf(segments), false);
  }

  /** Returns whether a method of a resource class returns sub-resources. */
  static boolean isLocator(Class<?> resource, Method method) {
    return Declarations.onMethod(resource, method, OpenPath::path).isPresent()
        && Declarations.onMethod(resource, method, OpenPath::designator).isEmpty();
  }

  private static Optional<String> path(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value);
  }

  private static Optional<String> designator(AnnotatedElement element) {
    return Stream.of(element.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }

  boolean mayMatch(String realMethod, List<String> path) {
    return serves(realMethod)
        && (openEnded ? path.size() >= segments.size() : path.size() == segments.size())
        && startsAsTemplate(path);
  }

  private boolean serves(String realMethod) {
    return realMethod.equals(httpMethod)
        || (realMethod.equals(HttpMethod.HEAD) && httpMethod.equals(HttpMethod.GET));
  }

  private boolean startsAsTemplate(List<String> path) {
    for (int i = 0; i < segments.size(); i++) {
      if (!segments.get(i).equals(ANY) && !segments.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
