package co.tambo.auth.internal.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** The message of a request (RFC 9112 section 3) after which the connection is closed. */
final class RequestMessage {

  private static final String LINE_END = "\r\n";

  private RequestMessage() {}

  static byte[] bytes(HttpRequest request) {
    byte[] body = request.bodyPublisher().map(RequestMessage::body).orElseGet(() -> new byte[0]);
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(target(request.uri())).append(" HTTP/1.1");
    field(head, "Host", host(request.uri()));
    field(head, "Connection", "close");
    if (request.bodyPublisher().isPresent()) {
      field(head, "Content-Length", Integer.toString(body.length));
    }
    request
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> field(head, name, value)));
    byte[] start = head.append(LINE_END + LINE_END).toString().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(start.length + body.length).put(start).put(body).array();
  }

  private static void field(StringBuilder head, String name, String value) {
    head.append(LINE_END).append(name).append(": ").append(value);
  }

  private static String target(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static String host(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** What is in memory is published at once. */
  private static byte[] body(BodyPublisher publisher) {
    BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    publisher.subscribe(
        new Subscriber<>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            whole.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer buffer) {
            whole.onNext(List.of(buffer));
          }

          @Override
          public void onError(Throwable failure) {
            whole.onError(failure);
          }

          @Override
          public void onComplete() {
            whole.onComplete();
          }
        });
    return whole.getBody().toCompletableFuture().join();
  }
}
