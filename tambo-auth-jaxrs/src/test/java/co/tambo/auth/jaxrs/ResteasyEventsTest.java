package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Server-sent events, which RESTEasy has in its core. */
@Tag("resteasy")
final class ResteasyEventsTest extends RestTest {

  ResteasyEventsTest() {
    super(RestRuntime.RESTEASY);
  }

  @Test
  void eventsKnowTheirCaller() throws Exception {
    try (RestServer server = started(Events.class)) {
      String events = server.answer(as(get("events"), Caller.ALICE)).body();
      assertEquals("data:alice", events.strip().replace("data: ", "data:"));
      assertEquals(401, server.answer(get("events")).status());
    }
  }

  /** The application. */
  public static final class Events extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(EventResource.class);
    }
  }

  /** One event, and the end. */
  @Path("events")
  public static final class EventResource {
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
        @Context SseEventSink sink, @Context Sse sse, @Context SecurityContext security) {
      String name = security.getUserPrincipal().getName();
      sink.send(sse.newEvent(name)).thenRun(sink::close);
    }
  }
}
