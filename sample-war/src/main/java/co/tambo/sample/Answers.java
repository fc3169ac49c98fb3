package co.tambo.sample;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers that no cache keeps. */
final class Answers {

  private Answers() {}

  static void json(HttpServletResponse response, String json) throws IOException {
    write(response, "application/json", json);
  }

  static void text(HttpServletResponse response, String text) throws IOException {
    write(response, "text/plain", text);
  }

  private static void write(HttpServletResponse response, String type, String body)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(body);
  }
}
