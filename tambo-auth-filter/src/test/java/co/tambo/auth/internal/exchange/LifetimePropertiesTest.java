package co.tambo.auth.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboToken;
import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.http.CannedFetch;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Cases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifetimePropertiesTest {

  private static final Instant NOW = new TestTime().now();
  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

  @Test
  void issuedTokenOutlivesNeitherAnswerNorSubjectTokenNorHour() {
    Cases.each(
        2 * Cases.COUNT,
        random -> {
          BigDecimal expiresIn = seconds(random);
          Instant subject =
              random.nextInt(4) == 0 ? null : NOW.plusMillis(random.nextInt(8_000_000));
          Instant end = issued(expiresIn, subject).expiresAt();
          BigDecimal cut =
              expiresIn.compareTo(BigDecimal.ONE) < 0 ? BigDecimal.ZERO : expiresIn.min(HOUR);
          Instant ofAnswer = NOW.plusSeconds(cut.setScale(0, RoundingMode.DOWN).longValueExact());
          assertEquals(
              subject != null && subject.isBefore(ofAnswer) ? subject : ofAnswer,
              end,
              expiresIn.toString());
        });
  }

  private static BigDecimal seconds(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(900) - 450);
      case 1 -> BigDecimal.valueOf(random.nextInt(3) - 1L, random.nextInt(20));
      case 2 -> BigDecimal.valueOf(3_600_000_000L + random.nextInt(3) - 1, 6);
      default -> BigDecimal.valueOf(random.nextInt(7200), random.nextInt(3));
    };
  }

  private static TamboToken issued(BigDecimal expiresIn, @Nullable Instant subjectExpiry) {
    String body =
        "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"issued_token_type\":"
            + "\"urn:ietf:params:oauth:token-type:access_token\",\"expires_in\":"
            + expiresIn
            + "}";
    TokenExchange exchange =
        TokenExchange.of(
            Fixtures.settings(URI.create("https://tambo.example")),
            new CannedFetch(body.getBytes(StandardCharsets.UTF_8)),
            new TestTime(),
            ExchangeEvents.NONE);
    return assertInstanceOf(
            Issued.class, exchange.exchange(Fixtures.subject("t", subjectExpiry)).join(), body)
        .token();
  }

  @Test
  void tokenIsRememberedNoLongerThanItLives() {
    Cases.each(
        random -> {
          TestTime time = new TestTime();
          Instant subject = time.now().plusSeconds(1L + random.nextInt(5000));
          long life = 1L + random.nextInt(5000);
          CannedFetch http =
              new CannedFetch(
                  TamboServer.tokenBody("t", Long.toString(life)).getBytes(StandardCharsets.UTF_8));
          TokenExchange exchange =
              TokenExchange.of(
                  Fixtures.settings(URI.create("https://tambo.example")),
                  http,
                  time,
                  ExchangeEvents.NONE);
          SubjectToken token = Fixtures.subject("t", subject);
          Issued first = assertInstanceOf(Issued.class, exchange.exchange(token).join());
          time.advance(Duration.between(time.now(), first.token().expiresAt()));
          assertTrue(exchange.known(token).isEmpty());
        });
  }
}
