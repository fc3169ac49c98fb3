package co.tambo.benchmarks;

import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Says what a cached verdict keeps of the heap, what its claims alone would, and how many verdicts
 * are kept at most: the difference of what lives on the heap.
 */
final class HeapProbe {

  private static final int VERDICTS = 10_000;
  private static final int FLOOD = 50_000;

  private HeapProbe() {}

  public static void main(String[] arguments) throws JsonException {
    try (DemoIssuer issuer = new DemoIssuer(SignatureAlgorithm.HS256);
        TamboAuthenticator authenticator =
            TamboAuthenticator.of(Ours.config(issuer), TamboAuthListener.NONE)) {
      show(authenticator, issuer, 0, 1);
      double claims = claims(issuer);
      long empty = used();
      show(authenticator, issuer, 1, VERDICTS);
      double verdict = (used() - empty) / (VERDICTS - 1.0);
      show(authenticator, issuer, VERDICTS, FLOOD);
      long held = Histogram.now().instances(Fingerprint.class);
      System.out.println("bytes " + verdict + " " + claims + " " + held);
    }
  }

  /** Returns what the claims of a token keep of the heap. */
  private static double claims(DemoIssuer issuer) throws JsonException {
    long empty = used();
    List<Object> claims = new ArrayList<>(VERDICTS);
    for (int i = 0; i < VERDICTS; i++) {
      claims.add(claims(issuer.token(i).text()));
    }
    long full = used();
    return (full - empty) / (double) claims.size();
  }

  private static void show(TamboAuthenticator authenticator, DemoIssuer issuer, int from, int to) {
    for (int i = from; i < to; i++) {
      authenticator.authenticate(new TokenRequest("Bearer " + issuer.token(i).text()));
    }
  }

  private static Object claims(String token) throws JsonException {
    String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    return Json.readObject(Base64.getUrlDecoder().decode(payload));
  }

  private static long used() {
    return Histogram.now().bytes();
  }
}
