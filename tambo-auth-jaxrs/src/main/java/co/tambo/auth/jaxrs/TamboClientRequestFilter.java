package co.tambo.auth.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboRequests;
import co.tambo.auth.TamboRequests.Identified;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of a JAX-RS client to Tambo's API one user's: {@code x-api-key}, and exactly
 * one of a bearer token or a {@code userKey}, in the place that each call wants it. Adds nothing to
 * requests that go elsewhere than to the configured Tambo origin. Thread-safe.
 *
 * <p>Register it on a {@code Client} or a {@code WebTarget} of one user. A query that chooses a
 * user itself, and where the user is known by key such a JSON body too, is refused with {@link
 * IllegalArgumentException}; a user whose Tambo token cannot be had, with {@link
 * co.tambo.auth.TamboTokenException}; a client may wrap both in a {@code ProcessingException}.
 * Jersey's client is kept from following a redirect; leave others their default, which is not to
 * follow one.
 */
public final class TamboClientRequestFilter implements ClientRequestFilter, WriterInterceptor {

  private static final String BODY = "co.tambo.auth.jaxrs.body";
  private static final String FOLLOW_REDIRECTS = "jersey.config.client.followRedirects";

  private final @Nullable TamboAuth user;

  /**
   * Creates a filter for the user of each request: the property {@link TamboAuth#ATTRIBUTE} of the
   * client request or of its client. A request without one is left as it is.
   */
  public TamboClientRequestFilter() {
    this.user = null;
  }

  /** Creates a filter for one user. */
  public TamboClientRequestFilter(TamboAuth user) {
    this.user = Objects.requireNonNull(user, "user");
  }

  @Override
  public void filter(ClientRequestContext context) {
    TamboAuth auth = user != null ? user : userOf(context);
    if (auth != null && auth.requests().isTambo(context.getUri())) {
      identify(context, auth.requests());
    }
  }

  private static @Nullable TamboAuth userOf(ClientRequestContext context) {
    Object own = context.getProperty(TamboAuth.ATTRIBUTE);
    Object found = own != null ? own : context.getConfiguration().getProperty(TamboAuth.ATTRIBUTE);
    return found instanceof TamboAuth auth ? auth : null;
  }

  private static void identify(ClientRequestContext context, TamboRequests requests) {
    Call call = new Call(requests, context.getMethod(), context.getUri());
    boolean inBody = requests.identifiesInBody(call.method(), call.uri());
    Identified identified = call.identified(inBody ? "{}" : null);
    if (inBody && context.hasEntity()) {
      context.setProperty(BODY, call);
    } else if (inBody) {
      context.setEntity(identified.json(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
    context.setUri(identified.uri());
    context.getHeaders().remove(HttpHeaders.AUTHORIZATION);
    identified.headers().forEach(context.getHeaders()::putSingle);
    context.setProperty(FOLLOW_REDIRECTS, false);
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (context.getProperty(BODY) instanceof Call call) {
      OutputStream wire = context.getOutputStream();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      context.setOutputStream(body);
      context.proceed();
      context.setOutputStream(wire);
      wire.write(call.body(body.toString(UTF_8)));
    } else {
      context.proceed();
    }
  }

  /** A call whose user is named in its body. */
  private record Call(TamboRequests requests, String method, URI uri) {

    Identified identified(@Nullable String json) {
      return requests.identify(method, uri, json);
    }

    byte[] body(String json) {
      return Objects.requireNonNull(identified(json).json()).getBytes(UTF_8);
    }
  }
}
