package co.tambo.sample;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;

/** What a machine lacks is said aloud, and is a failure where {@code tambo.required} names it. */
final class LeftOut {

  private LeftOut() {}

  static void forWantOf(String requirement, String message) {
    String sentence = "left out: " + message;
    System.out.println(sentence);
    List<String> required = List.of(System.getProperty("tambo.required", "").split(",", -1));
    if (required.contains(requirement)) {
      fail(sentence);
    }
    abort(sentence);
  }
}
