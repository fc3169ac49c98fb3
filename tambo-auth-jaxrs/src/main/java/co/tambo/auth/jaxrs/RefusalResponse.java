package co.tambo.auth.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.tambo.auth.AuthDecision.Refused;
import jakarta.ws.rs.core.Response;

/** A refusal as JAX-RS writes it. */
final class RefusalResponse {

  private RefusalResponse() {}

  static Response of(Refused refused) {
    Response.ResponseBuilder response =
        Response.status(refused.status()).entity(refused.body().getBytes(UTF_8));
    refused.headers().forEach(response::header);
    return response.build();
  }
}
