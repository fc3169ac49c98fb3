package co.tambo.servers.load;

/**
 * What came of one request.
 *
 * @param status the answer's status, 0 without an answer
 * @param problem what was wrong in words without a token; empty when nothing was
 */
record Outcome(int status, String problem) {

  boolean isGood() {
    return problem.isEmpty();
  }
}
