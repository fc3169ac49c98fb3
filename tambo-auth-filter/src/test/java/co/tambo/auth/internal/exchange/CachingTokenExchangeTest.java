package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.issued;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static co.tambo.auth.internal.exchange.Fixtures.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.HeldTexts;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.exchange.TokenExchange.ApiKeyRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Hint;
import co.tambo.auth.internal.exchange.TokenExchange.NotTambo;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachingTokenExchangeTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final TestTime time = new TestTime();
  private final Scripted tambo = new Scripted();
  private final Scripted renewal = new Scripted();
  private final TokenExchange exchange = new CachingTokenExchange(tambo, renewal, time, 100);
  private final SubjectToken alice = subject("alice", time.now().plus(HOUR));

  private String call(SubjectToken subjectToken) {
    return token(get(exchange.exchange(subjectToken)));
  }

  private void remember(SubjectToken subjectToken, Duration life) {
    tambo.answers(issued("first", time.now().plus(life)));
    call(subjectToken);
  }

  @Test
  void nothingIsKnownAtFirst() {
    assertEquals(Optional.empty(), exchange.known(alice));
  }

  @Test
  void aTokenIsAskedForOnce() {
    remember(alice, HOUR);
    assertEquals("first", call(alice));
    assertEquals("first", token(exchange.known(alice).orElseThrow()));
    assertEquals(1, tambo.calls().size());
  }

  @Test
  @Attack("I08")
  void aTokenServesUntilItExpiresAndNoLonger() {
    remember(alice, Duration.ofMinutes(2));
    time.advance(Duration.ofMinutes(2).minusNanos(1));
    assertTrue(exchange.known(alice).isPresent());
    assertTrue(HeldTexts.of(exchange).contains("first"), "the token is not seen");
    time.advance(Duration.ofNanos(1));
    assertFalse(exchange.known(alice).isPresent());
    assertFalse(HeldTexts.of(exchange).contains("first"), "the token is kept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:50Z", "2038-01-19T03:14:07Z", "2100-02-28T23:59:59Z"})
  @Attack("L06")
  void aTokenHoldsItsTimeWhateverTheYear(String instant) {
    time.moveWall(Duration.between(time.now(), Instant.parse(instant)));
    remember(alice, HOUR);
    time.advance(HOUR.minusNanos(1));
    assertTrue(exchange.known(alice).isPresent());
    time.advance(Duration.ofNanos(1));
    assertFalse(exchange.known(alice).isPresent());
  }

  @Test
  @Attack("L05")
  void aWallClockSetForwardEndsAToken() {
    remember(alice, HOUR);
    time.moveWall(HOUR);
    assertFalse(exchange.known(alice).isPresent());
  }

  @Test
  @Attack("L05")
  void aWallClockSetBackProlongsNothing() {
    remember(alice, HOUR);
    time.moveWall(Duration.ofDays(-365));
    time.advance(HOUR.minusSeconds(1));
    assertTrue(exchange.known(alice).isPresent());
    time.advance(Duration.ofSeconds(1));
    assertFalse(exchange.known(alice).isPresent());
  }

  @Test
  @Attack("L05")
  void aWallClockSetBackDuringTheCallGivesNoMoreThanAnHour() {
    tambo.answers(issued("first", time.now().plus(Duration.ofDays(365))));
    call(alice);
    time.advance(HOUR);
    assertFalse(exchange.known(alice).isPresent());
  }

  @Test
  @Attack("X11")
  void aTokenOfUnknownLifeIsUsedOnce() {
    remember(alice, Duration.ZERO);
    assertFalse(exchange.known(alice).isPresent());
    tambo.answers(issued("second", time.now()));
    assertEquals("second", call(alice));
  }

  static Stream<Outcome> failures() {
    return Stream.of(
        new SubjectTokenRefused(401, Hint.NONE),
        new ApiKeyRefused(),
        new NotTambo(404),
        new Unavailable(Duration.ofSeconds(60), true));
  }

  @ParameterizedTest
  @MethodSource("failures")
  @Attack({"X04", "X06", "X17"})
  void aFailureIsRememberedForThreeSecondsAtMost(Outcome failure) {
    tambo.answers(failure);
    get(exchange.exchange(alice));
    time.advance(Duration.ofSeconds(3).minusNanos(1));
    assertEquals(Optional.of(failure), exchange.known(alice));
    time.advance(Duration.ofNanos(1));
    assertEquals(Optional.empty(), exchange.known(alice));
  }

  @Test
  @Attack("X06")
  void anOutageIsForgottenWhenTamboSaidSo() {
    tambo.answers(new Unavailable(Duration.ofSeconds(1), true));
    get(exchange.exchange(alice));
    time.advance(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), exchange.known(alice));
  }

  @Test
  @Attack("X17")
  void anOutageThatAsksForNothingIsNotRemembered() {
    tambo.answers(new Unavailable(Duration.ofSeconds(5), false));
    get(exchange.exchange(alice));
    assertEquals(Optional.empty(), exchange.known(alice));
  }

  @Test
  @Attack("X01")
  void tokensWithACommonBeginningStayApart() {
    remember(subject("a".repeat(5000) + "1"), HOUR);
    assertEquals(Optional.empty(), exchange.known(subject("a".repeat(5000) + "2")));
  }

  @Test
  @Attack("X01")
  void tokensWithOneHashCodeStayApart() {
    assertEquals("token-Aa".hashCode(), "token-BB".hashCode());
    remember(subject("token-Aa"), HOUR);
    assertEquals(Optional.empty(), exchange.known(subject("token-BB")));
  }

  @Test
  @Attack("X01")
  void oneTokenUnderTwoPoliciesStaysApart() {
    remember(subject("alice"), HOUR);
    Fingerprint other = Fingerprint.of(new byte[] {1}, "alice");
    assertEquals(Optional.empty(), exchange.known(new SubjectToken(() -> "alice", other, null)));
  }

  @Test
  void theCacheIsBounded() {
    for (int i = 0; i < 1000; i++) {
      remember(subject("user-" + i), HOUR);
    }
    long known =
        IntStream.range(0, 1000)
            .filter(i -> exchange.known(subject("user-" + i)).isPresent())
            .count();
    assertEquals(100, known);
  }

  @Test
  @Attack("I08")
  void closingForgetsEveryToken() {
    remember(alice, HOUR);
    exchange.close();
    assertEquals(Optional.empty(), exchange.known(alice));
    assertFalse(HeldTexts.of(exchange).contains("first"), "the token is kept");
  }

  @Nested
  class WhenTheSubjectTokenLivesLonger {

    private final SubjectToken longLived = subject("alice", time.now().plus(Duration.ofDays(1)));

    private void rememberUntilRenewal() {
      remember(longLived, HOUR);
      time.advance(HOUR.minusMinutes(5));
    }

    @Test
    void nothingIsRenewedBeforeTheLastMinutes() {
      remember(longLived, HOUR);
      time.advance(HOUR.minusMinutes(5).minusNanos(1));
      call(longLived);
      assertEquals(0, renewal.calls().size());
    }

    @Test
    void aShortTokenIsRenewedInItsLastTenth() {
      remember(longLived, Duration.ofSeconds(100));
      time.advance(Duration.ofSeconds(90).minusNanos(1));
      call(longLived);
      assertEquals(0, renewal.calls().size());
      time.advance(Duration.ofNanos(1));
      call(longLived);
      assertEquals(1, renewal.calls().size());
    }

    @Test
    void theOldTokenServesWhileOneRenewalIsUnderWay() {
      rememberUntilRenewal();
      assertEquals("first", token(exchange.known(longLived).orElseThrow()));
      time.advance(Duration.ofMinutes(1));
      assertEquals("first", call(longLived));
      assertEquals(1, renewal.calls().size());
      assertEquals(1, tambo.calls().size());
    }

    @Test
    void theNewTokenTakesOver() {
      renewal.answers(issued("second", time.now().plus(HOUR.multipliedBy(2).minusMinutes(5))));
      rememberUntilRenewal();
      call(longLived);
      assertEquals("second", call(longLived));
      time.advance(HOUR.minusNanos(1));
      assertEquals("second", call(longLived));
    }

    @ParameterizedTest
    @MethodSource("co.tambo.auth.internal.exchange.CachingTokenExchangeTest#failures")
    void aFailedRenewalLeavesTheOldToken(Outcome failure) {
      renewal.answers(failure);
      rememberUntilRenewal();
      call(longLived);
      assertEquals("first", call(longLived));
      time.advance(Duration.ofMinutes(5).minusNanos(1));
      assertEquals("first", call(longLived));
    }

    @Test
    void aFailedRenewalInTheLastMomentLeavesTheOldToken() {
      renewal.answers(new ApiKeyRefused());
      remember(longLived, HOUR);
      time.advance(HOUR.minusSeconds(1));
      call(longLived);
      assertEquals("first", call(longLived));
    }

    @Test
    void aFailedRenewalIsTriedAgainAfterFiveSeconds() {
      renewal.answers(new ApiKeyRefused()).answers(new ApiKeyRefused());
      rememberUntilRenewal();
      call(longLived);
      time.advance(Duration.ofSeconds(5).minusNanos(1));
      call(longLived);
      assertEquals(1, renewal.calls().size());
      time.advance(Duration.ofNanos(1));
      call(longLived);
      assertEquals(2, renewal.calls().size());
    }

    @Test
    void aRenewedTokenThatEndsSoonerIsNotTaken() {
      rememberUntilRenewal();
      renewal.answers(issued("second", time.now().plusSeconds(10)));
      call(longLived);
      assertEquals("first", call(longLived));
    }

    @Test
    void anExpiredTokenIsNotServedForTheSakeOfARenewal() {
      rememberUntilRenewal();
      call(longLived);
      time.advance(Duration.ofMinutes(5));
      tambo.answers(issued("third", time.now().plus(HOUR)));
      assertEquals("third", call(longLived));
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsNotRenewed(Outcome failure) {
    tambo.answers(failure);
    get(exchange.exchange(alice));
    time.advance(Duration.ofSeconds(3).minusNanos(1));
    assertEquals(Optional.of(failure), exchange.known(alice));
    assertEquals(0, renewal.calls().size());
  }

  @Nested
  class WhenTheSubjectTokenEndsWithTheIssuedOne {

    @Test
    void nothingIsRenewed() {
      remember(alice, HOUR);
      time.advance(HOUR.minusSeconds(1));
      call(alice);
      assertEquals(0, renewal.calls().size());
    }
  }

  @Nested
  class WhenOnlyTamboKnowsTheSubjectTokensExpiry {

    @Test
    void aTokenOfTheLongestLifeIsRenewed() {
      remember(subject("opaque"), HOUR);
      time.advance(HOUR.minusMinutes(1));
      call(subject("opaque"));
      assertEquals(1, renewal.calls().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 59})
    void aTokenThatTamboCutShortIsNot(long minutes) {
      remember(subject("opaque"), Duration.ofMinutes(minutes));
      time.advance(Duration.ofMinutes(minutes).minusSeconds(1));
      call(subject("opaque"));
      assertEquals(0, renewal.calls().size());
    }
  }
}
