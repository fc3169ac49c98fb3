package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.internal.verify.TokenVerifier.Verdict;
import co.tambo.auth.parts.Cases;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every token. */
class TokenPropertiesTest {

  private static final List<Signer> SIGNERS =
      List.of(Signer.hs256(), Signer.es256(), Signer.edDsa(), Signer.rs256());
  private static final String SIGNS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=.* \n\0\u00e9\uff21";
  private static final BigDecimal SKEW = BigDecimal.valueOf(30);
  private static final BigDecimal END_OF_TIME = new BigDecimal("253402300800");

  private final TestTime time = new TestTime();
  private final BigDecimal now = BigDecimal.valueOf(time.now().getEpochSecond());

  static List<Signer> signers() {
    return SIGNERS;
  }

  private String claims(String subject, Map<String, Object> more) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", Signer.ISSUER);
    claims.put("sub", subject);
    claims.put("aud", "demo");
    claims.put("exp", time.now().getEpochSecond() + 60);
    claims.putAll(more);
    return Json.write(claims);
  }

  private String token(Random random, Signer signer) {
    String subject = "u" + Long.toString(random.nextLong(), 36);
    String filler = "x".repeat(random.nextInt(4));
    return signer.token(signer.header(), claims(subject, Map.of("filler", filler)));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void anyOtherCharacterInAnAcceptedTokenIsRefused(Signer signer) {
    TokenVerifier verifier = signer.verifier(time);
    Cases.each(
        random -> {
          String token = token(random, signer);
          assertInstanceOf(Accepted.class, verifier.verify(token));
          StringBuilder other = new StringBuilder(token);
          int at = random.nextInt(token.length());
          char c = SIGNS.charAt(random.nextInt(SIGNS.length()));
          other.setCharAt(at, c == token.charAt(at) ? '!' : c);
          assertInstanceOf(Refused.class, verifier.verify(other.toString()), other.toString());
        });
  }

  @ParameterizedTest
  @MethodSource("signers")
  void acceptedTokenHasNoOtherSpelling(Signer signer) {
    TokenVerifier verifier = signer.verifier(time);
    Cases.each(
        Cases.COUNT / 4,
        random -> {
          String token = token(random, signer);
          assertInstanceOf(Accepted.class, verifier.verify(token));
          for (String spelling : spellings(token)) {
            assertInstanceOf(Refused.class, verifier.verify(spelling), spelling);
          }
        });
  }

  /** Returns other texts whose parts a lenient decoder reads as the same bytes. */
  private static List<String> spellings(String token) {
    String[] parts = token.split("\\.", -1);
    List<String> spellings = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      for (String part : partSpellings(parts[i])) {
        String[] other = parts.clone();
        other[i] = part;
        spellings.add(String.join(".", other));
      }
    }
    spellings.add(token + ".");
    spellings.add("." + token);
    return spellings;
  }

  private static List<String> partSpellings(String part) {
    List<String> spellings =
        new ArrayList<>(
            List.of(part + "=", part + "==", part + "\n", " " + part, part + "\0", "\t" + part));
    spellings.add(part.substring(0, 4) + "\r\n" + part.substring(4));
    String standard = part.replace('-', '+').replace('_', '/');
    if (!standard.equals(part)) {
      spellings.add(standard);
    }
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    for (char last : SIGNS.substring(0, 64).toCharArray()) {
      String other = part.substring(0, part.length() - 1) + last;
      if (!other.equals(part) && Arrays.equals(bytes, Base64.getUrlDecoder().decode(other))) {
        spellings.add(other);
      }
    }
    return spellings;
  }

  @Test
  void datesAreComparedExactly() {
    Signer signer = SIGNERS.get(0);
    TokenVerifier verifier = signer.verifier(time);
    int[] accepted = {0};
    Cases.each(
        4 * Cases.COUNT,
        random -> {
          Map<String, Object> dates = new LinkedHashMap<>();
          dates.put("exp", date(random));
          for (String name : List.of("nbf", "iat")) {
            if (random.nextBoolean()) {
              dates.put(name, date(random));
            }
          }
          String token = signer.token(signer.header(), claims("ada", dates));
          boolean good = verifier.verify(token) instanceof Accepted;
          assertEquals(expected(dates), good, dates.toString());
          accepted[0] += good ? 1 : 0;
        });
    assertTrue(accepted[0] > Cases.COUNT / 10, "accepted " + accepted[0]);
  }

  private BigDecimal date(Random random) {
    BigDecimal near =
        now.add(BigDecimal.valueOf(random.nextInt(121) - 60L))
            .add(BigDecimal.valueOf(random.nextInt(3) - 1, random.nextInt(10)));
    return switch (random.nextInt(12)) {
      case 0 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(30) - 10);
      case 1 -> END_OF_TIME.subtract(BigDecimal.valueOf(random.nextInt(3) - 1, 9));
      case 2 -> BigDecimal.valueOf(random.nextInt(3) - 1, random.nextInt(12));
      default -> near;
    };
  }

  private boolean expected(Map<String, Object> dates) {
    BigDecimal exp = (BigDecimal) dates.get("exp");
    boolean inRange =
        dates.values().stream()
            .map(BigDecimal.class::cast)
            .allMatch(date -> date.signum() > 0 && date.compareTo(END_OF_TIME) < 0);
    return inRange
        && nanos(exp).add(SKEW).compareTo(now) > 0
        && dates.entrySet().stream()
            .filter(date -> !date.getKey().equals("exp"))
            .allMatch(date -> nanos((BigDecimal) date.getValue()).compareTo(now.add(SKEW)) <= 0);
  }

  /** Clocks count nanoseconds; what is finer than that is cut. */
  private static BigDecimal nanos(BigDecimal date) {
    return date.setScale(9, java.math.RoundingMode.DOWN);
  }

  @Test
  void tokenThatIsGoodTwiceIsGoodInBetween() {
    Signer signer = SIGNERS.get(0);
    int[] between = {0};
    Cases.each(
        random -> {
          TestTime clock = new TestTime();
          TokenVerifier verifier = signer.verifier(clock);
          Map<String, Object> dates =
              Map.of("exp", date(random), "nbf", date(random), "iat", date(random));
          String token = signer.token(signer.header(), claims("ada", dates));
          boolean[] good = new boolean[3];
          clock.moveWall(Duration.ofMillis(-random.nextInt(120_000)));
          for (int i = 0; i < good.length; i++) {
            good[i] = verifier.verify(token) instanceof Accepted;
            clock.moveWall(Duration.ofMillis(random.nextInt(60_000)));
          }
          assertTrue(!good[0] || !good[2] || good[1], dates.toString());
          between[0] += good[0] && good[2] ? 1 : 0;
        });
    assertTrue(between[0] > 0);
  }

  @Test
  void orderOfAKeySetDoesNotMatter() throws JOSEException {
    List<ECKey> pool = new ArrayList<>();
    for (String kid : List.of("a", "b", "a", "c")) {
      pool.add(new ECKeyGenerator(Curve.P_256).keyID(kid).generate());
    }
    pool.add(new ECKeyGenerator(Curve.P_256).generate());
    pool.add(new ECKeyGenerator(Curve.P_256).generate());
    int[] accepted = {0};
    Cases.each(
        random -> {
          List<ECKey> set = new ArrayList<>(pool.subList(0, 5));
          Collections.shuffle(set, random);
          set = set.subList(0, 1 + random.nextInt(5));
          ECKey key = Cases.oneOf(random, pool);
          String kid = Cases.oneOf(random, List.of("", ",\"kid\":\"a\"", ",\"kid\":\"z\""));
          Signer signer =
              new Signer(
                  "ES256",
                  "SHA256withECDSAinP1363Format",
                  key.toECPrivateKey(),
                  key.toECPublicKey());
          String token = signer.token("{\"alg\":\"ES256\"" + kid + "}", claims("ada", Map.of()));
          String verdict = described(ofSet(set).verify(token));
          Collections.shuffle(set, random);
          assertEquals(verdict, described(ofSet(set).verify(token)));
          accepted[0] += verdict.startsWith("accepted") ? 1 : 0;
        });
    assertTrue(accepted[0] > Cases.COUNT / 10, "accepted " + accepted[0]);
  }

  private TokenVerifier ofSet(List<ECKey> keys) throws JsonException {
    List<String> entries = keys.stream().map(key -> key.toPublicJWK().toJSONString()).toList();
    String set = "{\"keys\":" + entries + "}";
    Map<String, Object> document = Json.readObject(set.getBytes(StandardCharsets.UTF_8));
    ProviderSettings settings =
        Providers.of(
            Signer.ISSUER,
            KeyMaterial.fromJwkSet(document, Providers.ASYMMETRIC, Instant.EPOCH).keys());
    return Signer.verifier(List.of(settings), time);
  }

  @Test
  void anotherProviderChangesNoVerdict() {
    Signer signer = SIGNERS.get(1);
    Signer stranger = SIGNERS.get(2);
    ProviderSettings own = signer.settings(Signer.ISSUER);
    ProviderSettings other = stranger.settings("https://other.example");
    TokenVerifier alone = Signer.verifier(List.of(own), time);
    List<TokenVerifier> both =
        List.of(
            Signer.verifier(List.of(own, other), time), Signer.verifier(List.of(other, own), time));
    Cases.each(
        random -> {
          String token = token(random, Cases.oneOf(random, List.of(signer, stranger)));
          String tried =
              random.nextBoolean() ? token : Cases.mutated(random, token, SIGNS.substring(0, 66));
          String verdict = described(alone.verify(tried));
          for (TokenVerifier verifier : both) {
            assertEquals(verdict, described(verifier.verify(tried)), tried);
          }
        });
  }

  private static String described(Verdict verdict) {
    return verdict instanceof Accepted accepted
        ? "accepted " + accepted.token().subject() + " of " + accepted.token().issuer()
        : verdict.toString();
  }
}
