package co.tambo.auth.internal.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit, and hangs up where it goes on beyond. */
final class BoundedBody implements BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final int maxBytes;
  private final boolean encoded;
  private @Nullable Subscription subscription;

  private BoundedBody(int maxBytes, boolean encoded) {
    this.maxBytes = maxBytes;
    this.encoded = encoded;
  }

  /** Returns a handler that reads at most so many bytes, and none of an encoded body. */
  static BodyHandler<byte[]> ofAtMost(int maxBytes) {
    return answer -> new BoundedBody(maxBytes, isEncoded(answer.headers()));
  }

  static boolean isEncoded(HttpHeaders headers) {
    return !headers.allValues("Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    if (encoded) {
      giveUp(UnreadableAnswerException.encoded());
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      append(buffer);
    }
  }

  private void append(ByteBuffer buffer) {
    if (buffer.remaining() > maxBytes - read.size()) {
      giveUp(UnreadableAnswerException.tooLarge(maxBytes));
      return;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    read.writeBytes(bytes);
  }

  private void giveUp(UnreadableAnswerException why) {
    body.completeExceptionally(why);
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(read.toByteArray());
  }
}
