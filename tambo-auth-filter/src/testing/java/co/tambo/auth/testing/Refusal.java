package co.tambo.auth.testing;

import java.io.Serial;

/** Carries an error answer out of nested checks. Stackless. */
final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Refusal(Answer answer) {
    super(null, null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
