package co.tambo.benchmarks;

import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** What is put before a verifier. */
enum TokenKind {
  /** A token that is accepted. */
  GOOD {
    @Override
    String of(DemoIssuer issuer, int number) {
      return issuer.token(number).text();
    }
  },
  /** One bit of the signature is wrong. */
  BAD_SIGNATURE {
    @Override
    String of(DemoIssuer issuer, int number) {
      return issuer.token(number).tampered().text();
    }
  },
  /** Signed well, and expired an hour ago. */
  EXPIRED {
    @Override
    String of(DemoIssuer issuer, int number) {
      return issuer.token(number).expiresIn(Duration.ofHours(-1)).text();
    }
  },
  /** Signed by a key that nobody has heard of. */
  UNKNOWN_KID {
    @Override
    String of(DemoIssuer issuer, int number) {
      return issuer.token(number).header("kid", "unheard-of-" + number).text();
    }
  },
  /** Three parts of random base64url, as long as a token. */
  GARBAGE {
    @Override
    String of(DemoIssuer issuer, int number) {
      Random random = new Random(number);
      return base64url(random, 100) + "." + base64url(random, 800) + "." + base64url(random, 256);
    }
  },
  /** Signed well, and twice as long as the longest token that is looked at. */
  OVERSIZE {
    @Override
    String of(DemoIssuer issuer, int number) {
      return issuer.token(number).claim("ballast", "x".repeat(12_000)).text();
    }
  };

  /** Returns a token of this kind; no two numbers give the same. */
  abstract String of(DemoIssuer issuer, int number);

  /** Returns what tables call it. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String base64url(Random random, int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }
}
