package co.tambo.sample;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboRequests;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The user's threads, as Tambo keeps them: its own status and body are passed on. */
@Path("threads")
public class ThreadsResource {

  private static final String THREADS = "/v1/threads";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final long RETRY_AFTER_SECONDS = 5;

  /** Lists the user's threads. */
  @GET
  public Response list(@Context HttpServletRequest request, @Context ServletContext application)
      throws InterruptedException {
    return send(application, requests(request).get(THREADS));
  }

  /** Creates a thread. */
  @POST
  public Response create(
      @Context HttpServletRequest request, @Context ServletContext application, String body)
      throws InterruptedException {
    return send(application, post(requests(request), body.isBlank() ? "{}" : body));
  }

  private static TamboRequests requests(HttpServletRequest request) {
    return TamboAuth.of(request::getAttribute).requests();
  }

  private static HttpRequest.Builder post(TamboRequests requests, String body) {
    try {
      return requests.post(THREADS, body);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(
          Response.status(400).type(MediaType.TEXT_PLAIN).entity(e.getMessage()).build(), e);
    }
  }

  private static Response send(ServletContext application, HttpRequest.Builder request)
      throws InterruptedException {
    try {
      return passOn(
          HttpClientListener.client(application)
              .send(request.timeout(TIMEOUT).build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new ServiceUnavailableException(RETRY_AFTER_SECONDS, e);
    }
  }

  private static Response passOn(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse(MediaType.APPLICATION_JSON);
    return Response.status(answer.statusCode())
        .type(type)
        .header("Cache-Control", "no-store")
        .entity(answer.body())
        .build();
  }
}
