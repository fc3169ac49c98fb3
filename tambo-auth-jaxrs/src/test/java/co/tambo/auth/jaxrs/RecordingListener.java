package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthWarning;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was said at start. */
final class RecordingListener implements TamboAuthListener {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<TamboAuthWarning> warnings = new CopyOnWriteArrayList<>();

  @Override
  public void started(String policy) {
    lines.add(policy);
  }

  @Override
  public void warned(TamboAuthWarning warning) {
    warnings.add(warning);
  }

  List<String> openMethods() {
    return lines.stream()
        .filter(line -> line.startsWith("tambo-auth: GET "))
        .map(line -> line.substring("tambo-auth: ".length(), line.indexOf(" (")))
        .sorted()
        .toList();
  }

  List<String> ownWarnings() {
    return warnings.stream()
        .map(TamboAuthWarning::code)
        .filter(code -> code.startsWith("TAMBO-96"))
        .toList();
  }
}
