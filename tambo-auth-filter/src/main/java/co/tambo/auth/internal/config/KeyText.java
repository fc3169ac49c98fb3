package co.tambo.auth.internal.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Reads the text of a public key, or the bytes of a secret. */
final class KeyText {

  private static final String FILE = "file:";
  private static final String CLASS_PATH = "classpath:";
  private static final int LONGEST = 100_000;

  private KeyText() {}

  /** Returns whether a text says where the key is, instead of holding it. */
  static boolean isReference(String text) {
    return text.startsWith(FILE) || text.startsWith(CLASS_PATH);
  }

  /** Returns the text of a public key. */
  static String publicKey(String text) throws BadValueException {
    if (!isReference(text)) {
      return text;
    }
    try (InputStream in = open(text)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new BadValueException("has more than " + LONGEST + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadValueException(
          "cannot be read (" + e.getClass().getSimpleName() + "): check the path and the rights");
    }
  }

  /** Returns the bytes of a secret. */
  static byte[] secret(String text) throws BadValueException {
    try {
      if (text.startsWith("base64:")) {
        return Base64.getDecoder().decode(text.substring("base64:".length()).strip());
      }
      if (text.startsWith("base64url:")) {
        return Base64.getUrlDecoder().decode(text.substring("base64url:".length()).strip());
      }
    } catch (IllegalArgumentException e) {
      throw new BadValueException("what follows the colon is not in that encoding; encode it anew");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream open(String text) throws IOException {
    if (text.startsWith(CLASS_PATH)) {
      String path = text.substring(CLASS_PATH.length());
      return ClassPath.open(path).orElseThrow(() -> new FileNotFoundException(path));
    }
    boolean url = text.startsWith(FILE + "//");
    return Files.newInputStream(
        url ? Path.of(URI.create(text)) : Path.of(text.substring(FILE.length())));
  }
}
