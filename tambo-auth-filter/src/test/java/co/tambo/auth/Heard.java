package co.tambo.auth;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a listener is told. */
final class Heard implements TamboAuthListener {

  final List<TamboAuthWarning> warnings = new CopyOnWriteArrayList<>();
  final List<Decided> decisions = new CopyOnWriteArrayList<>();
  final List<KeysFetched> fetches = new CopyOnWriteArrayList<>();
  final List<String> exchanging = new CopyOnWriteArrayList<>();
  final List<Throwable> defects = new CopyOnWriteArrayList<>();

  @Override
  public void warned(TamboAuthWarning warning) {
    warnings.add(warning);
  }

  @Override
  public void decided(Decided event) {
    decisions.add(event);
  }

  @Override
  public void keysFetched(KeysFetched event) {
    fetches.add(event);
  }

  @Override
  public void exchanging(String fingerprint) {
    exchanging.add(fingerprint);
  }

  @Override
  public void defect(Throwable defect) {
    defects.add(defect);
  }

  /** Returns why the latest request was refused. */
  String reason() {
    return decisions.get(decisions.size() - 1).reason();
  }

  /** Returns how often a warning was told. */
  long warned(String code) {
    return warnings.stream().filter(warning -> warning.code().equals(code)).count();
  }
}
