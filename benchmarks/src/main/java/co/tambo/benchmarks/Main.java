package co.tambo.benchmarks;

import java.nio.file.Path;

/** Runs parts of the benchmarks and keeps what they measured. */
final class Main {

  /** Where results are kept, beside the module's sources. */
  static final Path RESULTS = Path.of("results");

  private Main() {}

  /**
   * Runs.
   *
   * @param arguments a profile, {@code report} to write the page only, or {@code none} to do
   *     nothing; and a comma list of parts, or {@code all}
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("none")) {
      return;
    }
    if (!arguments[0].equals("report")) {
      Profile profile = Profile.of(arguments[0]);
      for (Part part : Part.of(arguments[1])) {
        part.measure(profile).write(RESULTS.resolve(part.file()));
      }
    }
    Report.write(Measured.read(RESULTS));
  }
}
