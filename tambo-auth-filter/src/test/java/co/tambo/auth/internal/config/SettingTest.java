package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTest {

  @ParameterizedTest
  @MethodSource("documented")
  void documentedRowAgreesWithTheSetting(List<String> row) {
    SettingsTable.assertAgrees(row);
  }

  @Test
  void everySettingIsDocumentedInItsOrder() {
    List<String> keys = Arrays.stream(Setting.values()).map(s -> "`" + s.key() + "`").toList();
    assertEquals(keys, documented().stream().map(row -> row.get(0)).toList());
  }

  @Test
  void documentNamesEveryKeyOfAProvider() {
    String document = SettingsTable.document("docs/configuration.md");
    int start = document.indexOf("Each can have its own");
    String sentence = document.substring(start, document.indexOf('.', start));
    List<String> named =
        Pattern.compile("`([^`]+)`").matcher(sentence).results().map(m -> m.group(1)).toList();
    List<String> settings =
        Arrays.stream(Setting.values())
            .filter(Setting::ofProvider)
            .map(setting -> setting.key().substring("tambo.".length()))
            .toList();
    assertEquals(settings, named);
  }

  @ParameterizedTest
  @EnumSource
  void meaningIsOneSentence(Setting setting) {
    assertEquals(setting.meaning().length() - 1, (setting.meaning() + " ").indexOf(". "));
  }

  @Test
  void secretsAreTheKeysThatHoldOne() {
    List<Setting> secrets = Arrays.stream(Setting.values()).filter(Setting::secret).toList();
    assertEquals(
        List.of(
            Setting.USER_KEY,
            Setting.CLIENT_SECRET,
            Setting.SESSION_SECRET,
            Setting.PUBLIC_KEY,
            Setting.SECRET,
            Setting.API_KEY,
            Setting.SIGNING_SECRET),
        secrets);
  }

  @Test
  void secretHasNoDefault() {
    assertFalse(Setting.API_KEY.defaultValue().isPresent());
  }

  static List<List<String>> documented() {
    return SettingsTable.settings(SettingsTable.document("docs/configuration.md"));
  }
}
