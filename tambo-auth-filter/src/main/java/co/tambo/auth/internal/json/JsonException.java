package co.tambo.auth.internal.json;

import java.io.Serial;

/** A text is not the strict JSON that was asked for. Stackless; never quotes the text. */
public final class JsonException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message, null, false, false);
  }
}
