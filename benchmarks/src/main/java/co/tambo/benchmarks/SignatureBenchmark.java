package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The limit: nothing but the JCA's check of a signature, with all parts at hand as bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {

  /** How tokens are signed. */
  @Param("RS256")
  public SignatureAlgorithm algorithm = SignatureAlgorithm.RS256;

  /** A {@link TokenKind} whose signature can be checked. */
  @Param("GOOD")
  public String kind = "";

  private final byte[][] messages = new byte[VerificationBenchmark.TOKENS][];
  private final byte[][] signatures = new byte[VerificationBenchmark.TOKENS][];
  private Key key = new javax.crypto.spec.SecretKeySpec(new byte[32], "none yet");

  /** Signs. */
  @Setup
  public void prepare() throws GeneralSecurityException {
    try (DemoIssuer issuer = new DemoIssuer(algorithm)) {
      for (int i = 0; i < messages.length; i++) {
        String token = TokenKind.valueOf(kind).of(issuer, i);
        int dot = token.lastIndexOf('.');
        messages[i] = token.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        signatures[i] = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      }
      key = issuer.key();
    }
    if (verified(0) != kind.equals(TokenKind.GOOD.name())) {
      throw new IllegalStateException("the check does not tell good from bad");
    }
  }

  /** Checks each signature once; returns how many were good. */
  @Benchmark
  @OperationsPerInvocation(VerificationBenchmark.TOKENS)
  public int check() throws GeneralSecurityException {
    int good = 0;
    for (int i = 0; i < messages.length; i++) {
      good += verified(i) ? 1 : 0;
    }
    return good;
  }

  private boolean verified(int i) throws GeneralSecurityException {
    return switch (algorithm) {
      case RS256 -> verified("SHA256withRSA", i);
      case ES256 -> verified("SHA256withECDSAinP1363Format", i);
      case EDDSA -> verified("Ed25519", i);
      default -> authentic(i);
    };
  }

  private boolean verified(String name, int i) throws GeneralSecurityException {
    Signature check = Signature.getInstance(name);
    check.initVerify((PublicKey) key);
    check.update(messages[i]);
    return check.verify(signatures[i]);
  }

  private boolean authentic(int i) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    return MessageDigest.isEqual(mac.doFinal(messages[i]), signatures[i]);
  }
}
