package co.tambo.auth.internal.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.ProviderSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkOsSealTest {

  private static final String PASSWORD = TestSeal.PASSWORD;
  private static final int LONGEST = 32_768;

  /** Made by iron-session 8.0.4 with a life of five minutes. */
  private static final String EXPIRING =
      "Fe26.2*1*5ca373dd3efbe5337e0e20cd165dcef620229d496da330fe933e9ee45834a0de"
          + "*E7rYHyCZ7_1Luk7FUa4dUA"
          + "*EEjtPtxVjh7Bq_bKML9iu2kbdSLBoH-Z1b89ViEdUHPv-Fg5LSEL77LIYmiJFA5i"
          + "*1795248271480"
          + "*f36af70936e969e15dca0b176ec90be424e5df95af39caecebfb6063c35ac479"
          + "*_Et3MHxg2ixpMizJFr1MxNlxY12MQijelV7Ltlpi7-g~2";

  private static final Instant EXPIRY = Instant.ofEpochMilli(1795248271480L);

  private final TestTime time = new TestTime();
  private final WorkOsSeal seal = new WorkOsSeal(PASSWORD, time);

  @Test
  void sealOfIronSessionItselfIsOpened() {
    at(EXPIRY.minusSeconds(300));

    assertEquals(Optional.of("a.b.c"), seal.open(EXPIRING));
  }

  @Test
  void expiryHasSixtySecondsOfGrace() {
    at(EXPIRY.plusSeconds(60).minusMillis(1));
    assertTrue(isOpened(EXPIRING));

    at(EXPIRY.plusSeconds(60));
    assertFalse(isOpened(EXPIRING));
  }

  @Test
  void expiryIsSealedToo() {
    at(EXPIRY);

    assertTrue(isOpened(EXPIRING));
    assertFalse(isOpened(EXPIRING.replace("*1795248271480*", "*1795248271481*")));
    assertFalse(isOpened(EXPIRING.replace("*1795248271480*", "**")));
  }

  @Test
  void sealWithoutExpiryNeverExpires() throws Exception {
    String sealed = new TestSeal().sealed();
    time.advance(Duration.ofDays(36_500));

    assertTrue(isOpened(sealed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e15", " 4102444800000", "never", "9999999999999999999"})
  void expiryThatIsNoTimeIsRefused(String expiry) throws Exception {
    assertFalse(isOpened(new TestSeal().expiry(expiry).sealed()));
    assertTrue(isOpened(new TestSeal().expiry("4102444800000").sealed()));
  }

  @Test
  void otherPasswordDoesNotOpen() throws Exception {
    WorkOsSeal other = new WorkOsSeal(PASSWORD + "x", time);

    assertEquals(Optional.empty(), other.open(new TestSeal().sealed()));
  }

  @Test
  void everyMutantOfOneBitIsRefused() {
    at(EXPIRY);
    List<String> mutants = Mutants.of(EXPIRING).toList();

    assertTrue(mutants.size() > 1000);
    mutants.forEach(mutant -> assertFalse(isOpened(mutant), mutant));
  }

  @Test
  void everyPartCounts() throws Exception {
    String[] one = new TestSeal().sealed().split("\\*", -1);
    String[] other = EXPIRING.split("\\*", -1);
    at(EXPIRY);

    assertTrue(isOpened(String.join("*", one)));
    for (int part = 2; part < 8; part++) {
      String[] mixed = one.clone();
      mixed[part] = other[part];
      assertFalse(isOpened(String.join("*", mixed)));
    }
  }

  @Test
  void formatAndPasswordIdAreTheOnesOfWorkOs() throws Exception {
    assertFalse(isOpened(new TestSeal().start("Fe26.1*1").sealed()));
    assertFalse(isOpened(new TestSeal().start("Fe26.2*2").sealed()));
    assertFalse(isOpened(new TestSeal().start("Fe26.2*").sealed()));
    assertTrue(isOpened(new TestSeal().start("Fe26.2*1").sealed()));
  }

  @Test
  void layoutIsTheSecond() throws Exception {
    String sealed = new TestSeal().sealed();
    String withoutLayout = sealed.substring(0, sealed.length() - 2);

    assertTrue(isOpened(withoutLayout + "~2"));
    for (String layout : List.of("", "~", "~1", "~3", "~22", "~2~2", "~2 ")) {
      assertFalse(isOpened(withoutLayout + layout), layout);
    }
  }

  @Test
  void numberOfPartsIsEight() throws Exception {
    String sealed = new TestSeal().sealed();

    assertFalse(isOpened(sealed.replace("~2", "*~2")));
    assertFalse(isOpened("*" + sealed));
    assertFalse(isOpened(sealed.replaceFirst("\\*", "")));
    assertFalse(isOpened("*******~2"));
    assertFalse(isOpened("~2"));
    assertFalse(isOpened(""));
  }

  @Test
  void saltsAreThirtyTwoBytesInHex() throws Exception {
    for (String salt : List.of("", "ab", "AB".repeat(32), "g".repeat(64), "ab".repeat(33))) {
      assertFalse(isOpened(new TestSeal().salt(salt).sealed()), salt);
    }
    assertTrue(isOpened(new TestSeal().salt("ab".repeat(32)).sealed()));
  }

  @Test
  void vectorHasSixteenBytes() throws Exception {
    for (int length : new int[] {0, 12, 15, 17, 32}) {
      assertFalse(isOpened(new TestSeal().vectorLength(length).sealed()));
    }
    assertTrue(isOpened(new TestSeal().vectorLength(16).sealed()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"accessToken\":null}",
        "{\"accessToken\":\"\"}",
        "{\"accessToken\":[\"a\"]}",
        "{\"access_token\":\"a\"}",
        "{\"persistent\":{\"accessToken\":\"a\"}}",
        "{\"accessToken\":\"a\",\"accessToken\":\"b\"}",
        "{\"accessToken\":\"a\"",
        "\"a\""
      })
  void sessionWithoutAnAccessTokenIsRefused(String session) throws Exception {
    assertFalse(isOpened(new TestSeal().session(session).sealed()));
  }

  @Test
  void longestSealIsOpenedAndALongerOneRefused() throws Exception {
    String longest = sealedWith("x".repeat(24_397));
    String longer = sealedWith("x".repeat(24_398));

    assertTrue(longest.length() <= LONGEST && isOpened(longest));
    assertTrue(longer.length() > LONGEST && !isOpened(longer));
  }

  @Test
  void shortPasswordIsRefused() {
    String password = PASSWORD.substring(0, 31);

    assertThrows(IllegalArgumentException.class, () -> new WorkOsSeal(password, time));
    assertEquals(Optional.empty(), new WorkOsSeal(PASSWORD.substring(0, 32), time).open(""));
  }

  @Test
  @Tag("providers")
  void sampleIsOpened() throws Exception {
    Map<String, Object> sample = ProviderSamples.read("workos-cookie");
    Map<String, Object> cookie = ProviderSamples.object(sample, "cookie");
    Map<String, Object> expected = ProviderSamples.object(sample, "expected");
    String token =
        ProviderSamples.text(ProviderSamples.object(expected, "unsealed"), "accessToken");

    assertEquals(
        Optional.of(token),
        new WorkOsSeal(ProviderSamples.text(cookie, "password"), time)
            .open(ProviderSamples.text(cookie, "sealed")));
  }

  private static String sealedWith(String token) throws Exception {
    return new TestSeal().session("{\"accessToken\":\"" + token + "\"}").sealed();
  }

  private void at(Instant now) {
    time.moveWall(Duration.between(time.now(), now));
  }

  private boolean isOpened(String sealed) {
    return seal.open(sealed).isPresent();
  }
}
