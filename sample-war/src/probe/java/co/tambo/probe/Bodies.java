package co.tambo.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages that show what came in the body. */
final class Bodies {

  private Bodies() {}

  static void form(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, @Nullable Object> facts = Who.servletFacts(request);
    facts.put("text", request.getParameter("text"));
    facts.put("length", request.getContentLengthLong());
    Who.write(facts, response);
  }

  static void multipart(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Map<String, @Nullable Object> sizes = new LinkedHashMap<>();
    for (Part part : request.getParts()) {
      sizes.put(part.getName(), part.getSize());
    }
    Map<String, @Nullable Object> facts = Who.servletFacts(request);
    facts.put("text", request.getParameter("text"));
    facts.put("sizes", sizes);
    Who.write(facts, response);
  }
}
