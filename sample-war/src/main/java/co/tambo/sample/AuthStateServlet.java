package co.tambo.sample;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /tambo/auth-state}: the state of the request, in the words of Tambo's React SDK. */
public final class AuthStateServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TamboAuth auth = TamboAuth.of(request::getAttribute);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("status", auth.state().status());
    members.put(
        "source",
        auth.principal().map(TamboPrincipal::source).map(TamboPrincipal.Source::word).orElse(null));
    Answers.json(response, Json.object(members));
  }
}
