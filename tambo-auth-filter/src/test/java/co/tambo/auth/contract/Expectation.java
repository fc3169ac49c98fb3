package co.tambo.auth.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AuthError;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer has to be. */
@FunctionalInterface
public interface Expectation {

  /** The header of a challenge. */
  String CHALLENGE = "WWW-Authenticate";

  /** Checks an answer. */
  void check(RawResponse answer);

  /** Returns an expectation with one more condition. */
  default Expectation and(Expectation other) {
    return answer -> {
      check(answer);
      other.check(answer);
    };
  }

  /** Expects one of these statuses, and nothing of the application in the body. */
  static Expectation closed(Integer... statuses) {
    return answer -> {
      assertTrue(Set.of(statuses).contains(answer.status()), answer::toString);
      assertFalse(answer.body().contains("contextKey"), answer::toString);
    };
  }

  /** Expects a status. */
  static Expectation status(Integer... statuses) {
    return answer -> assertTrue(Set.of(statuses).contains(answer.status()), answer::toString);
  }

  /** Expects the body. */
  static Expectation body(String text) {
    return answer -> assertEquals(text, answer.body(), answer::toString);
  }

  /** Expects exactly these lines of a header. */
  static Expectation header(String name, String... values) {
    return answer -> assertEquals(List.of(values), answer.values(name), answer::toString);
  }

  /** Expects a member of the JSON in the body. */
  static Expectation json(String member, @Nullable Object value) {
    return answer -> assertEquals(value, object(answer).get(member), answer::toString);
  }

  /** Expects that the application was reached by a user. */
  static Expectation identified(String name, String source) {
    return status(200)
        .and(json("state", "identified"))
        .and(json("name", name))
        .and(json("caller", name))
        .and(json("source", source));
  }

  /** Expects that the application was reached without a user. */
  static Expectation anonymous(String state) {
    return status(200)
        .and(json("state", state))
        .and(json("name", null))
        .and(json("caller", null))
        .and(json("contextKey", null));
  }

  /** Expects a refusal, its challenge (RFC 6750 section 3) and its problem (RFC 9457) included. */
  static Expectation refused(AuthError error, String state) {
    return problem(error, state).and(challenge(error));
  }

  /** Expects a refusal with whatever challenge. */
  static Expectation problem(AuthError error, String state) {
    return status(error.status())
        .and(header("Cache-Control", "no-store"))
        .and(Expectation::problemJson)
        .and(json("type", "about:blank"))
        .and(json("status", (long) error.status()))
        .and(json("code", error.code()))
        .and(json("detail", error.detail()))
        .and(json("state", state));
  }

  /** Some servers name the encoding, which is no parameter of this type but harmless (RFC 8259). */
  private static void problemJson(RawResponse answer) {
    String problem = "application/problem+json";
    assertTrue(
        List.of(List.of(problem), List.of(problem + ";charset=UTF-8"))
            .contains(answer.values("Content-Type")),
        answer::toString);
  }

  /** Expects that the answer asks to come back after so many seconds. */
  static Expectation retryAfter(String seconds) {
    return header("Retry-After", seconds);
  }

  private static Expectation challenge(AuthError error) {
    String plain = "Bearer realm=\"tambo\"";
    if (!error.bearerError().isEmpty()) {
      return header(CHALLENGE, plain + ", error=\"" + error.bearerError() + "\"");
    }
    return error.status() == 401 ? header(CHALLENGE, plain) : header(CHALLENGE);
  }

  private static Map<String, @Nullable Object> object(RawResponse answer) {
    try {
      return Json.readObject(answer.body().getBytes(StandardCharsets.UTF_8));
    } catch (JsonException e) {
      throw new AssertionError("no JSON: " + answer, e);
    }
  }
}
