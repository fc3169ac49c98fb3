package co.tambo.probe;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.internal.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request's caller is called, by everybody on this server who has a name for one. */
final class Who {

  private Who() {}

  static void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Who.write(facts(request), response);
  }

  static void write(Map<String, @Nullable Object> facts, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.getWriter().write(Json.write(facts));
  }

  /** Returns the facts; those of a technology that the server has not are null. */
  static Map<String, @Nullable Object> facts(HttpServletRequest request) {
    Map<String, @Nullable Object> facts = servletFacts(request);
    facts.put("tambo", TamboFacts.of(TamboAuth.of(request::getAttribute)));
    Object beans = Names.find("java:comp/BeanManager");
    facts.put("cdi", beans == null ? null : Beans.identity(beans));
    facts.put("security", beans == null ? null : Beans.security(beans));
    Object ejb = Names.find("java:module/IdentityEjb");
    facts.put("ejb", ejb == null ? null : EjbFacts.of(ejb));
    return facts;
  }

  static Map<String, @Nullable Object> servletFacts(HttpServletRequest request) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("dispatch", request.getDispatcherType().name());
    facts.put("caller", name(request.getUserPrincipal()));
    facts.put("remoteUser", request.getRemoteUser());
    facts.put("authType", request.getAuthType());
    facts.put("admin", request.isUserInRole("admin"));
    facts.put("user", request.isUserInRole("user"));
    facts.put("anyRole", request.isUserInRole("**"));
    facts.put("star", request.isUserInRole("*"));
    return facts;
  }

  static @Nullable String name(@Nullable Principal principal) {
    return principal == null ? null : principal.getName();
  }
}
