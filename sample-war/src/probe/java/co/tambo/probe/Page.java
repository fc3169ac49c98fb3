package co.tambo.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a page does. */
@FunctionalInterface
interface Page {
  void serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;
}
