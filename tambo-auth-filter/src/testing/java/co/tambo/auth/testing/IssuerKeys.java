package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer's signing keys, made when first needed, and what it publishes of them. */
final class IssuerKeys {

  /** Tells the keys of one JVM's issuers apart. */
  private static final AtomicInteger KIDS = new AtomicInteger();

  record SigningKey(String kid, SignatureAlgorithm algorithm, KeyPair pair, KeyForm form) {
    String jwk() {
      return Json.write(form.jwk(pair.getPublic(), kid, algorithm));
    }
  }

  private final Map<KeyType, KeyPair> pairs = new EnumMap<>(KeyType.class);
  private final Map<SignatureAlgorithm, SigningKey> current =
      new EnumMap<>(SignatureAlgorithm.class);
  private final List<SigningKey> published = new ArrayList<>();
  private final List<String> extra = new ArrayList<>();
  private final List<Map.Entry<KeyType, KeyPair>> taken = new ArrayList<>();

  /** Returns the key that signs with an algorithm at present; from then on it is published. */
  synchronized SigningKey signing(SignatureAlgorithm algorithm) {
    return current.computeIfAbsent(algorithm, this::published);
  }

  /** Returns the same key in a provider's form; from then on it is published in that form too. */
  synchronized SigningKey signing(SignatureAlgorithm algorithm, KeyForm form) {
    SigningKey plain = signing(algorithm);
    if (form == KeyForm.PLAIN) {
      return plain;
    }
    SigningKey formed = new SigningKey(form.kid(plain.kid()), algorithm, plain.pair(), form);
    if (!published.contains(formed)) {
      published.add(formed);
    }
    return formed;
  }

  synchronized void rotate() {
    List<SignatureAlgorithm> inUse = List.copyOf(current.keySet());
    pairs.clear();
    current.clear();
    inUse.forEach(this::signing);
  }

  synchronized void withdrawOld() {
    published.removeIf(key -> !pairs.containsValue(key.pair()));
  }

  synchronized void publish(String rawJwk) {
    extra.add(rawJwk);
  }

  synchronized String keySet() {
    List<String> keys = new ArrayList<>();
    published.forEach(key -> keys.add(key.jwk()));
    keys.addAll(extra);
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }

  synchronized void giveBack() {
    taken.forEach(pair -> KeyPool.giveBack(pair.getKey(), pair.getValue()));
    taken.clear();
  }

  private SigningKey published(SignatureAlgorithm algorithm) {
    KeyPair pair = pairs.computeIfAbsent(algorithm.keyType(), this::take);
    SigningKey key =
        new SigningKey(
            algorithm.headerValue() + "-" + KIDS.incrementAndGet(), algorithm, pair, KeyForm.PLAIN);
    published.add(key);
    return key;
  }

  private KeyPair take(KeyType type) {
    KeyPair pair = KeyPool.take(type);
    taken.add(Map.entry(type, pair));
    return pair;
  }
}
