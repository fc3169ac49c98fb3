package co.tambo.auth.parts;

import co.tambo.auth.internal.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The providers' samples that others wrote, from the folder {@code tambo.provider-samples}. */
public final class ProviderSamples {

  private ProviderSamples() {}

  /** Returns a sample; aborts the test, saying what is left out, without the folder. */
  public static Map<String, Object> read(String id) throws Exception {
    String folder = System.getProperty("tambo.provider-samples", "");
    Part.PROVIDERS.needed(!folder.isBlank(), id + ", for tambo.provider-samples is not set");
    return objects(Json.readObject(Files.readAllBytes(Path.of(folder, "samples.json")))).stream()
        .filter(sample -> id.equals(sample.get("id")))
        .findFirst()
        .orElseThrow();
  }

  /** Returns an object inside a sample. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(Map<String, Object> parent, String name) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(name), name);
  }

  /** Returns a text inside a sample. */
  public static String text(Map<String, Object> parent, String name) {
    return (String) Objects.requireNonNull(parent.get(name), name);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Map<String, Object> document) {
    return (List<Map<String, Object>>) Objects.requireNonNull(document.get("samples"));
  }
}
