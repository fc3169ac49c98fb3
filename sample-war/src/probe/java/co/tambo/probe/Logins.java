package co.tambo.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages that log in and out. */
final class Logins {

  private Logins() {}

  static void logout(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.logout();
    Who.serve(request, response);
  }

  static void ask(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    boolean authenticated = request.authenticate(response);
    if (authenticated) {
      Map<String, @Nullable Object> facts = new LinkedHashMap<>(Who.servletFacts(request));
      facts.put("authenticated", true);
      Who.write(facts, response);
    }
  }
}
