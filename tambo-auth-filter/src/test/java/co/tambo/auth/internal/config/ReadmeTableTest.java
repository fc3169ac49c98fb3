package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's table of settings says what the code says. */
class ReadmeTableTest {

  @Test
  void everyRowAgreesWithItsSetting() {
    List<List<String>> rows = SettingsTable.settings(SettingsTable.document("README.md"));
    assertTrue(rows.size() >= 10, rows.toString());
    rows.forEach(SettingsTable::assertAgrees);
  }
}
