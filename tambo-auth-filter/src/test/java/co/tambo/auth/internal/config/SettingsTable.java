package co.tambo.auth.internal.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** The tables of a document, as rows of cells. */
final class SettingsTable {

  private SettingsTable() {}

  /** Returns the text of a document of this project. */
  static String document(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a file or folder of this project. */
  static Path file(String name) {
    return root(Path.of("").toAbsolutePath()).resolve(name);
  }

  /** Returns the table rows whose first cell is code that begins so. */
  static List<List<String>> rows(String document, String firstCellPrefix) {
    return document
        .lines()
        .filter(line -> line.startsWith("| `" + firstCellPrefix))
        .map(SettingsTable::cells)
        .toList();
  }

  /** Returns the rows that are about settings, key, default and meaning. */
  static List<List<String>> settings(String document) {
    return rows(document, "tambo.").stream().filter(row -> !row.get(1).equals("Needs")).toList();
  }

  /** Checks that a row says what the setting says. */
  static void assertAgrees(List<String> row) {
    Setting setting = setting(row.get(0)).orElseThrow(() -> new AssertionError("no " + row.get(0)));
    Assertions.assertEquals(
        List.of("`" + setting.key() + "`", setting.defaultText(), setting.meaning()), row);
  }

  private static Optional<Setting> setting(String cell) {
    return Arrays.stream(Setting.values())
        .filter(setting -> cell.equals("`" + setting.key() + "`"))
        .findFirst();
  }

  static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static Path root(Path folder) {
    Path parent = folder.getParent();
    return Files.exists(folder.resolve("docs/configuration.md")) || parent == null
        ? folder
        : root(parent);
  }
}
