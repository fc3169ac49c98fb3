package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuerFaultsTest {

  private final FakeIssuer issuer = FakeIssuer.start();

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void connectionIsRefusedUntilItComesBack() {
    issuer.goDown(Outage.CONNECTION_REFUSED);
    CompletionException refused =
        assertThrows(CompletionException.class, () -> Http.get(issuer.keySetUrl()));
    assertInstanceOf(ConnectException.class, refused.getCause());

    issuer.comeBack();
    assertEquals(200, Http.get(issuer.keySetUrl()).statusCode());
  }

  @Test
  void portStaysTakenWhileConnectionsAreRefused() throws IOException {
    issuer.goDown(Outage.CONNECTION_REFUSED);
    try (ServerSocket other = new ServerSocket()) {
      other.setReuseAddress(false);
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      int port = URI.create(issuer.keySetUrl()).getPort();
      assertThrows(BindException.class, () -> other.bind(new InetSocketAddress(loopback, port)));
    }
  }

  @Test
  void oneOutageFollowsAnother() {
    issuer.goDown(Outage.CONNECTION_REFUSED);
    issuer.goDown(Outage.SERVICE_UNAVAILABLE);
    assertEquals(503, Http.get(issuer.keySetUrl()).statusCode());
  }

  @Test
  void gatewayAnswers503UntilItComesBack() {
    issuer.goDown(Outage.SERVICE_UNAVAILABLE);
    assertEquals(503, Http.get(issuer.keySetUrl()).statusCode());

    issuer.comeBack();
    assertEquals(200, Http.get(issuer.keySetUrl()).statusCode());
  }

  @Test
  void connectionEndsWithoutAnAnswer() {
    issuer.goDown(Outage.NO_ANSWER);

    assertThrows(CompletionException.class, () -> Http.get(issuer.keySetUrl()));
  }

  @Test
  void closingWhileRefusingIsFine() {
    issuer.goDown(Outage.CONNECTION_REFUSED);
    issuer.close();

    assertThrows(CompletionException.class, () -> Http.get(issuer.keySetUrl()));
  }

  @Test
  void answersAreHeldUntilReleased() {
    HeldAnswers held = issuer.holdAnswers();
    CompletableFuture<HttpResponse<String>> answer = Http.sending(Http.request(issuer.keySetUrl()));
    held.awaitRequests(1);
    assertFalse(answer.isDone());
    assertEquals(1, issuer.keySetRequests());

    held.close();
    assertEquals(200, answer.join().statusCode());
    assertEquals(200, Http.get(issuer.keySetUrl()).statusCode());
  }

  @Test
  void responderTakesOverUntilNormalAgain() {
    issuer.answerKeySetWith(request -> Answer.redirect(URI.create("http://127.0.0.1:9/x")));
    HttpResponse<String> redirect = Http.get(issuer.keySetUrl());
    assertEquals(302, redirect.statusCode());
    assertEquals("http://127.0.0.1:9/x", redirect.headers().firstValue("Location").orElse(""));

    issuer.answerNormally();
    assertEquals(200, Http.get(issuer.keySetUrl()).statusCode());
  }

  @Test
  void metadataCanLie() throws Exception {
    issuer.changeMetadata(metadata -> metadata.put("issuer", "https://evil.example"));

    assertEquals(
        "https://evil.example",
        JSONObjectUtils.parse(Http.get(issuer.discoveryUrl()).body()).get("issuer"));
  }

  @Test
  void brokenKeysArePublishedAsTheyAre() {
    issuer.publishJwk("{\"kty\":\"RSA\",\"n\":17}");
    issuer.publishJwk("nonsense");

    assertTrue(
        Http.get(issuer.keySetUrl()).body().endsWith(",{\"kty\":\"RSA\",\"n\":17},nonsense]}"));
  }

  @Test
  void oversizedAnswerIsAsLongAsAskedFor() {
    issuer.answerDiscoveryWith(request -> Answer.oversized(2_000_000));

    assertEquals(2_000_000, Http.get(issuer.discoveryUrl()).body().length());
  }

  @Test
  void drippingAnswerArrivesWhole() {
    issuer.answerKeySetWith(request -> Answer.json(200, "{\"keys\":[]}").dripping());

    assertEquals("{\"keys\":[]}", Http.get(issuer.keySetUrl()).body());
  }

  @Test
  void stalledAnswerEndsOnlyWithTheIssuer() {
    issuer.answerKeySetWith(request -> Answer.json(200, "{\"keys\":[]}").stalled());
    HeldAnswers held = issuer.holdAnswers();
    CompletableFuture<HttpResponse<String>> answer = Http.sending(Http.request(issuer.keySetUrl()));
    held.awaitRequests(1);
    held.close();
    assertFalse(answer.isDone());

    issuer.close();
    assertThrows(CompletionException.class, answer::join);
  }

  @Test
  void answerCutShortBreaksTheConnection() {
    issuer.answerKeySetWith(request -> Answer.json(200, "{\"keys\":[]}").cutShort());

    assertThrows(CompletionException.class, () -> Http.get(issuer.keySetUrl()));
  }

  @Test
  void answersWithoutABodyStayEmpty() {
    issuer.answerKeySetWith(request -> Answer.empty(204));

    assertEquals(204, Http.get(issuer.keySetUrl()).statusCode());
  }
}
