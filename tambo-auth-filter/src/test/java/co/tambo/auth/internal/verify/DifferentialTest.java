package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.parts.Cases;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is accepted here, Nimbus and jose4j accept too, under the same rules. Left out is what
 * only they read, and refuse where its type is wrong: {@code jwk}, {@code x5c}, {@code jti}.
 */
class DifferentialTest {

  private static final int TOKENS = 2000;
  private static final int SKEW_SECONDS = 30;
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/\n ";
  private static final String JSON = "{}[]\",:\\ \n0123456789-+.eEtrufalsn\u00e9\0";
  private static final String ED25519 = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  private static final List<String> HEADER_MEMBERS =
      List.of(
          "\"kid\":\"a\"",
          "\"kid\":7",
          "\"typ\":\"JWT\"",
          "\"typ\":\"at+jwt\"",
          "\"typ\":null",
          "\"crit\":[\"exp\"]",
          "\"crit\":[]",
          "\"b64\":false",
          "\"b64\":true,\"crit\":[\"b64\"]",
          "\"zip\":\"DEF\"",
          "\"cty\":\"json\"",
          "\"cty\":\"JWT\"",
          "\"cty\":\"application/jwt\"",
          "\"cty\":7",
          "\"alg\":\"none\"",
          "\"\\u0061lg\":\"none\"",
          "\"enc\":\"A256GCM\"",
          "\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + ED25519 + "\"}",
          "\"jku\":\"https://evil.example\"",
          "\"extra\":{\"y\":[1,2.5]}");
  private static final List<String> CLAIMS =
      List.of(
          "\"aud\":[\"x\",\"demo\"]",
          "\"aud\":[]",
          "\"aud\":null",
          "\"azp\":\"app\"",
          "\"nbf\":1795219170",
          "\"nbf\":1e3",
          "\"nbf\":99999999999",
          "\"iat\":12.75",
          "\"iat\":\"1\"",
          "\"exp\":1",
          "\"exp\":253402300799",
          "\"iss\":\"https://other.example\"",
          "\"sub\":\"\"",
          "\"sub\":7",
          "\"jti\":\"a\"",
          "\"x\":{\"y\":[null,true,1e2]}",
          "\"cnf\":{}",
          "\"sub\\u0000\":\"x\"");

  private final TestTime time = new TestTime();

  static List<Signer> signers() {
    return List.of(Signer.rs256(), Signer.es256(), Signer.hs256(), Signer.edDsa());
  }

  @ParameterizedTest
  @MethodSource("signers")
  void whatIsAcceptedHereIsAcceptedByOthers(Signer signer) {
    TokenVerifier verifier = signer.verifier(time);
    DefaultJWTProcessor<SecurityContext> nimbus = nimbus(signer);
    JwtConsumer jose4j = jose4j(signer);
    int[] accepted = {0};
    Cases.each(
        TOKENS,
        random -> {
          String token = token(random, signer);
          if (verifier.verify(token) instanceof Accepted) {
            accepted[0]++;
            assertDoesNotThrow(() -> jose4j.processToClaims(token), token);
            if (!signer.alg().equals("EdDSA")) {
              assertDoesNotThrow(() -> nimbus.process(token, null), token);
            }
          }
        });
    assertTrue(accepted[0] > TOKENS / 20, "accepted " + accepted[0]);
    assertTrue(accepted[0] < TOKENS / 2, "accepted " + accepted[0]);
  }

  private String token(Random random, Signer signer) {
    String header = signer.header();
    String payload =
        "{\"iss\":\"%s\",\"sub\":\"ada\",\"aud\":\"demo\",\"exp\":%d}"
            .formatted(Signer.ISSUER, time.now().getEpochSecond() + 60);
    return switch (random.nextInt(6)) {
      case 0 -> signer.token(with(random, header, HEADER_MEMBERS), payload);
      case 1 -> signer.token(header, with(random, payload, CLAIMS));
      case 2 -> signer.token(Cases.mutated(random, header, JSON), payload);
      case 3 -> signer.token(header, Cases.mutated(random, payload, JSON));
      case 4 -> Cases.mutated(random, signer.token(header, payload), BASE64URL);
      default -> withOtherSignature(random, signer.token(header, payload));
    };
  }

  /** Puts one or two members at the end of an object, in the place of those of the same name. */
  private static String with(Random random, String object, List<String> members) {
    String changed = object;
    for (int i = 0; i <= random.nextInt(2); i++) {
      String member = Cases.oneOf(random, members);
      String name = member.substring(0, member.indexOf(':'));
      changed = changed.replaceAll("," + java.util.regex.Pattern.quote(name) + ":[^,}]*", "");
      changed = changed.substring(0, changed.length() - 1) + "," + member + "}";
    }
    return changed;
  }

  private static String withOtherSignature(Random random, String token) {
    int dot = token.lastIndexOf('.');
    byte[] signature = java.util.Base64.getUrlDecoder().decode(token.substring(dot + 1));
    byte[] other =
        switch (random.nextInt(4)) {
          case 0 -> new byte[signature.length];
          case 1 -> java.util.Arrays.copyOf(signature, random.nextInt(signature.length + 4));
          default -> signature.clone();
        };
    if (other.length > 0 && random.nextBoolean()) {
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return token.substring(0, dot + 1) + Signer.base64Url(other);
  }

  private DefaultJWTProcessor<SecurityContext> nimbus(Signer signer) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    JWSAlgorithm allowed = JWSAlgorithm.parse(signer.alg());
    processor.setJWSKeySelector(
        (header, context) ->
            allowed.equals(header.getAlgorithm()) ? List.of(signer.publicKey()) : List.of());
    processor.setJWSTypeVerifier((type, context) -> {});
    processor.setJWTClaimsSetVerifier(new AtTestTime(time.now()));
    return processor;
  }

  /** The claims that must be there, at the time of the test. */
  private static final class AtTestTime extends DefaultJWTClaimsVerifier<SecurityContext> {

    private final Instant now;

    AtTestTime(Instant now) {
      super("demo", new JWTClaimsSet.Builder().issuer(Signer.ISSUER).build(), Set.of("sub", "exp"));
      this.now = now;
      setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
      return Date.from(now);
    }
  }

  private JwtConsumer jose4j(Signer signer) {
    return new JwtConsumerBuilder()
        .setVerificationKey(signer.publicKey())
        .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, signer.alg()))
        .setExpectedIssuer(Signer.ISSUER)
        .setExpectedAudience("demo")
        .setRequireSubject()
        .setRequireExpirationTime()
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .setEvaluationTime(NumericDate.fromSeconds(time.now().getEpochSecond()))
        .build();
  }
}
