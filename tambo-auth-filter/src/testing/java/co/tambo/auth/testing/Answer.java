package co.tambo.auth.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a stand-in answers: a status, headers and a body, good or hostile, and how it is sent.
 * Immutable.
 *
 * <pre>{@code
 * issuer.answerKeySetWith(request -> Answer.html(200, "<h1>Maintenance</h1>"));
 * tambo.answerExchangesWith(request -> Answer.empty(429).with("Retry-After", "7"));
 * }</pre>
 */
public final class Answer {

  /** How an answer's body is sent. */
  enum Delivery {
    WHOLE,
    DRIPPING,
    STALLED,
    CUT_SHORT
  }

  private final int status;
  private final List<Map.Entry<String, String>> headers;
  private final byte[] body;
  private final Delivery delivery;

  private Answer(
      int status, List<Map.Entry<String, String>> headers, byte[] body, Delivery delivery) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body.clone();
    this.delivery = delivery;
  }

  /** Returns an answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, List.of(), new byte[0], Delivery.WHOLE);
  }

  /** Returns an answer with a JSON text, which need not be JSON at all. */
  public static Answer json(int status, String json) {
    return text(status, "application/json; charset=utf-8", json);
  }

  /** Returns an HTML page. */
  public static Answer html(int status, String html) {
    return text(status, "text/html; charset=utf-8", html);
  }

  /** Returns an answer with a body in UTF-8. */
  public static Answer text(int status, String contentType, String body) {
    return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns an answer with raw bytes. */
  public static Answer bytes(int status, String contentType, byte[] body) {
    return new Answer(
        status, List.of(Map.entry("Content-Type", contentType)), body, Delivery.WHOLE);
  }

  /** Returns a JSON object that is only blanks and as long as asked for. */
  public static Answer oversized(int length) {
    return json(200, "{" + " ".repeat(Math.max(0, length - 2)) + "}");
  }

  /** Returns a redirect (302). */
  public static Answer redirect(URI location) {
    return empty(302).with("Location", location.toString());
  }

  /** Returns this answer with one more header. */
  public Answer with(String header, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(header, value));
    return new Answer(status, more, body, delivery);
  }

  /** Returns this answer, sent a byte at a time, a hundredth of a second apart. */
  public Answer dripping() {
    return new Answer(status, headers, body, Delivery.DRIPPING);
  }

  /** Returns this answer, of which only half the body is sent; then silence until it is closed. */
  public Answer stalled() {
    return new Answer(status, headers, body, Delivery.STALLED);
  }

  /** Returns this answer, of which half the body is sent before the connection is cut. */
  public Answer cutShort() {
    return new Answer(status, headers, body, Delivery.CUT_SHORT);
  }

  /** Returns the status. */
  public int status() {
    return status;
  }

  /** Returns the body. */
  public byte[] body() {
    return body.clone();
  }

  List<Map.Entry<String, String>> headers() {
    return headers;
  }

  Delivery delivery() {
    return delivery;
  }
}
