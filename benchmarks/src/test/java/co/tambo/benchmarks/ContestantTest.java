package co.tambo.benchmarks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmark of a verifier that accepts all, or nothing, would say nothing. */
class ContestantTest {

  static Stream<Arguments> contestants() {
    List<Arguments> arguments = new ArrayList<>();
    for (SignatureAlgorithm algorithm : Verification.ALGORITHMS) {
      for (Contestant contestant : Contestant.values()) {
        if (contestant.knows(algorithm)) {
          arguments.add(Arguments.of(contestant, algorithm));
        }
      }
    }
    return arguments.stream();
  }

  @ParameterizedTest
  @MethodSource("contestants")
  void acceptsTheGoodTokenAndRefusesTheBad(Contestant contestant, SignatureAlgorithm algorithm)
      throws Exception {
    try (DemoIssuer issuer = new DemoIssuer(algorithm);
        DemoIssuer stranger = new DemoIssuer(algorithm)) {
      Verifier verifier = contestant.trusting(issuer);
      assertDoesNotThrow(() -> verifier.verify(TokenKind.GOOD.of(issuer, 1)));
      refuses(verifier, TokenKind.BAD_SIGNATURE.of(issuer, 2));
      refuses(verifier, TokenKind.EXPIRED.of(issuer, 3));
      refuses(verifier, TokenKind.GARBAGE.of(issuer, 4));
      refuses(verifier, issuer.token(5).claim("iss", "https://elsewhere.example").text());
      refuses(verifier, issuer.token(6).audience("another-api").text());
      if (!issuer.symmetric()) {
        refuses(verifier, stranger.token(7).text());
      }
      verifier.forget();
      assertDoesNotThrow(() -> verifier.verify(TokenKind.GOOD.of(issuer, 1)));
    }
  }

  private static void refuses(Verifier verifier, String token) {
    assertThrows(Exception.class, () -> verifier.verify(token));
  }
}
