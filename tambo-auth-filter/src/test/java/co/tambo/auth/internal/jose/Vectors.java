package co.tambo.auth.internal.jose;

import co.tambo.auth.parts.Part;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Test vectors that others wrote, from the folder that {@code tambo.vectors} names. */
final class Vectors {

  private Vectors() {}

  /** Returns a file of vectors; aborts the test, saying what is left out, without the folder. */
  static Map<String, Object> read(String file) throws Exception {
    String folder = System.getProperty("tambo.vectors", "");
    Part.VECTORS.needed(!folder.isBlank(), file + ", for tambo.vectors is not set");
    return JSONObjectUtils.parse(Files.readString(Path.of(folder, file)));
  }

  /** Returns an object inside a vector. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> parent, String name) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(name), name);
  }

  /** Returns a list of objects inside a vector. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    return (List<Map<String, Object>>) Objects.requireNonNull(parent.get(name), name);
  }

  /** Returns a text inside a vector. */
  static String text(Map<String, Object> parent, String name) {
    return String.valueOf(parent.get(name));
  }
}
