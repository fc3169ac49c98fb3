package co.tambo.benchmarks;

/** What the page says between its tables. */
final class Prose {

  static final String HEAD =
      """
      # Performance

      Figures of this project and, in the same run, of others in the field; how they were taken; what this project
      holds itself to. The page and its plot are written by the `benchmarks` module from `benchmarks/results`:

      ```sh
      mvn verify -Pbenchmarks -pl benchmarks -am -DskipTests -Dbench=quick
      ```

      `-Dbench=full` takes longer and has smaller errors; `-Dbench.parts=rs256,growth` runs some parts only;
      `-Dbench=report` writes the page anew. With `JAVA25_HOME` set, JDK 25 is measured as well. On a machine that
      does nothing else, please: the load is noted below, and figures under a load above the number of cores are
      for orientation only.

      **How.** JMH, average time, one thread unless said otherwise, `-Xmx1g`, its profiler of allocation. Each
      operation takes another of 500 tokens with the claims of a Keycloak access token. Peers are set up by their
      documentation to check signature, issuer, audience and expiry with a fixed key set. *Verifier* takes a token's
      text and returns claims and user, as the peers do; *request* is a whole call of `TamboAuthenticator`, from the
      `Authorization` header to the decision, with an event for the log. The JSON also has the error of each figure
      (99.9 %) and the processor time, the JVM's own threads included.
      """;

  static final String PLOT =
      "\n![Time of an RS256 token at first sight, and of a known one](performance.svg)\n";

  static final String BARS =
      "Ratios are of one run; those of peers to a known token are of two parts.\n";

  static final String FIRST =
      """
      Tokens that were not seen before. A dash: not supported, or only by an extension.
      """;

  static final String REFUSED =
      """
      What a verifier is not made to refuse it may accept: a token of 12,000 characters, or an unknown key id where
      a verifier has one key and asks for no id.
      """;

  static final String KNOWN =
      """
      A request whose token was verified before. A verdict is remembered by the token's SHA-256, at most 10,000 of
      them, never longer than the token is valid, and only while its key stands; that a token has expired is
      remembered for three seconds.
      """;

  static final String GROWTH =
      """
      One thing at a time grows. Claims are bounded: a token has at most 8,192 characters. With several threads it is
      processor time, for they share the cores.
      """;

  static final String EXCHANGE =
      """
      Tambo is a stand-in on loopback. At most 64 exchanges are under way at once; who waits too long for a turn is
      answered 503. A Tambo token of an hour is renewed in its last five minutes by the first request that comes
      then; it waits for nothing, and who comes later has the new token.
      """;

  static final String START = "In a JVM of its own, with the heap after collection.\n";

  static final String REQUESTS =
      """
      A page of five bytes, on a server with nothing else to do; the load is made by another JVM on the same cores,
      16 connections that are kept. Requests a second are the most that go through, with the processor time that the
      server's JVM then takes for each; latencies are at half of that, counted from when a request was due (no
      coordinated omission). The sites of one server run side by side and are asked in turn, five rounds; each figure
      is the median of its rounds. New tokens are all different, 2,000 in a round; a filter that remembers tokens has
      verified no good one for long by then, so the JVM still compiles, while the others have verified each. Refused
      tokens have a bad signature. The Spring Security chain has the three filters that a resource server cannot do
      without.
      """;

  static final String PROVIDERS =
      """
      The filter asks the JCA for its algorithms, so a faster provider is used once the deployer installs it before
      the JDK's own: `Security.insertProviderAt`, or `security.provider.1` in `java.security`. Where a provider lacks
      an algorithm the JDK's serves on.
      """;

  private Prose() {}
}
