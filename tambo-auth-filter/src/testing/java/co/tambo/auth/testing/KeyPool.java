package co.tambo.auth.testing;

import java.security.KeyPair;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Key pairs that closed issuers gave back: an RSA pair takes as long as a hundred requests. */
final class KeyPool {

  private static final Map<KeyType, Queue<KeyPair>> IDLE = new EnumMap<>(KeyType.class);

  static {
    for (KeyType type : KeyType.values()) {
      IDLE.put(type, new ConcurrentLinkedQueue<>());
    }
  }

  private KeyPool() {}

  /** Returns a pair that nobody else has at present. */
  static KeyPair take(KeyType type) {
    KeyPair idle = queue(type).poll();
    return idle == null ? type.generate() : idle;
  }

  static void giveBack(KeyType type, KeyPair pair) {
    queue(type).add(pair);
  }

  private static Queue<KeyPair> queue(KeyType type) {
    return Objects.requireNonNull(IDLE.get(type));
  }
}
