package co.tambo.benchmarks;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What one part of the benchmarks measured, and on what.
 *
 * @param circumstances machine, JDKs, date, profile
 */
record Results(Map<String, Object> circumstances, List<Row> rows) {

  Results {
    rows = List.copyOf(rows);
  }

  static Results of(Profile profile, List<Row> rows) {
    Map<String, Object> circumstances = new LinkedHashMap<>(Machine.facts());
    circumstances.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    circumstances.put("profile", profile.toString());
    return new Results(circumstances, rows);
  }

  /** Writes one row a line. */
  void write(Path file) {
    String lines =
        rows.stream().map(row -> Json.write(row.members())).collect(Collectors.joining(",\n"));
    String json =
        "{\"circumstances\":" + Json.write(circumstances) + ",\n\"rows\":[\n" + lines + "\n]}\n";
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #write} wrote; nothing measured where there is no file. */
  static Results read(Path file) {
    if (!Files.exists(file)) {
      return new Results(Map.of(), List.of());
    }
    try {
      Map<String, Object> json = objects(Json.readObject(Files.readAllBytes(file)));
      List<Row> rows = new ArrayList<>();
      for (Object row : (List<?>) Objects.requireNonNull(json.get("rows"))) {
        rows.add(new Row(objects((Map<?, ?>) row)));
      }
      Map<?, ?> facts = (Map<?, ?>) Objects.requireNonNull(json.get("circumstances"));
      return new Results(objects(facts), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalStateException(file + " is not JSON", e);
    }
  }

  private static Map<String, Object> objects(Map<?, ?> map) {
    Map<String, Object> objects = new LinkedHashMap<>();
    map.forEach((name, value) -> objects.put(name.toString(), value));
    return objects;
  }
}
