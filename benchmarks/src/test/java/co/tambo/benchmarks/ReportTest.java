package co.tambo.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page says what was measured. */
class ReportTest {

  private final Measured kept = Measured.read(Main.RESULTS);

  @Test
  void pageIsWhatTheReportMakesOfTheResults() throws IOException {
    assertEquals(Report.page(kept), Files.readString(Report.PAGE));
  }

  @Test
  void plotIsWhatTheReportMakesOfTheResults() throws IOException {
    String drawn = Files.exists(Report.PLOT) ? Files.readString(Report.PLOT) : "";
    assertEquals(Plot.of(kept), drawn);
  }

  @Test
  void somethingWasMeasured() {
    assertFalse(kept.jdks().isEmpty());
  }
}
