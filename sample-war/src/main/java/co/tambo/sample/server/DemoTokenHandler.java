package co.tambo.sample.server;

import co.tambo.auth.testing.FakeIssuer;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** {@code POST /demo/token?user=U[&roles=a,b]}: a signed user token, as text. */
final class DemoTokenHandler extends Handler.Wrapper {

  private final FakeIssuer issuer;

  DemoTokenHandler(Handler application, FakeIssuer issuer) {
    super(application);
    this.issuer = issuer;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!Request.getPathInContext(request).equals("/demo/token")) {
      return super.handle(request, response, callback);
    }
    Fields parameters = Request.extractQueryParameters(request);
    String user = parameters.getValue("user");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      answer(405, "POST /demo/token?user=NAME gives a token.", response, callback);
    } else if (user == null || user.isBlank()) {
      answer(400, "Say which user: POST /demo/token?user=NAME", response, callback);
    } else {
      answer(200, token(user, parameters.getValuesOrEmpty("roles")), response, callback);
    }
    return true;
  }

  private String token(String user, List<String> roles) {
    String[] names =
        Arrays.stream(String.join(",", roles).split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toArray(String[]::new);
    return issuer.token(user).roles(names).text();
  }

  private static void answer(int status, String text, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    Content.Sink.write(response, true, text, callback);
  }
}
