package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigWarningTest {

  private static final List<String> CODES =
      Arrays.stream(ConfigWarning.values()).map(ConfigWarning::code).toList();

  @Test
  void everyCodeIsDocumentedWithItsRemedyInItsOrder() {
    List<List<String>> rows =
        SettingsTable.rows(SettingsTable.document("docs/configuration.md"), "TAMBO-9");
    assertEquals(CODES, rows.stream().map(row -> row.get(0).replace("`", "")).toList());
    assertTrue(rows.stream().allMatch(row -> row.size() == 3 && !row.get(2).isBlank()));
  }

  @Test
  void noCodeIsUsedTwice() {
    assertEquals(CODES.size(), new HashSet<>(CODES).size());
  }

  @ParameterizedTest
  @EnumSource
  void sentenceIsFilledIn(ConfigWarning warning) {
    String message = warning.about("one", "two", "three").message();
    assertTrue(message.endsWith(".") && !message.contains("%"), message);
  }

  @ParameterizedTest
  @EnumSource
  void sentenceNamesAKeyOrIsGivenOne(ConfigWarning warning) {
    String message = warning.about("tambo.one", "tambo.two", "tambo.three").message();
    assertTrue(message.contains("tambo."), message);
  }

  @ParameterizedTest
  @CsvSource({
    "NEITHER_CONFIGURED, Neither user key nor user token is configured: requests are blocked",
    "BOTH_CONFIGURED, Both user key and user token are configured: a request that carries both is"
  })
  void twoSentencesSayWhatTamboSays(ConfigWarning warning, String beginning) {
    assertTrue(warning.about().message().startsWith(beginning), warning.about().message());
  }
}
