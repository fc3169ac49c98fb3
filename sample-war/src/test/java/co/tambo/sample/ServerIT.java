package co.tambo.sample;

import static co.tambo.sample.SampleClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample as on a server: no demo, and nothing configured that would let anybody in. */
class ServerIT {

  private static SampleProcess sample;

  private SampleClient client;

  @BeforeAll
  static void start() throws Exception {
    sample = SampleProcess.start(Map.of("TAMBO_REALM", "elsewhere"), "--port=0").untilReady();
  }

  @AfterAll
  static void stop() throws Exception {
    sample.close();
  }

  @BeforeEach
  void newClient() {
    client = new SampleClient(sample.base());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/servlet/me", "/session/me", "/api/me", "/api/threads"})
  void protectedAddressesRefuseEverybody(String path) throws Exception {
    assertEquals(401, client.get(path).statusCode());
  }

  @Test
  void demoIsNotThere() throws Exception {
    assertEquals(404, client.login("user=alice").statusCode());
    assertEquals(404, client.get("/session/login").statusCode());
    assertEquals(404, client.post("/demo/token?user=alice", "").statusCode());
  }

  @Test
  void pageWarnsThatNobodyCanComeIn() throws Exception {
    String page = client.get("/").body();
    assertTrue(page.contains("id=\"warning-list\""), page);
  }

  @Test
  void publicAddressesAnswer() throws Exception {
    assertEquals(200, client.get("/public/ping").statusCode());
    assertEquals("unauthenticated", json(client.get("/tambo/auth-state")).getString("status"));
  }
}
