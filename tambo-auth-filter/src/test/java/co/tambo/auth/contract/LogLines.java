package co.tambo.auth.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged, at any level, by whomever, while this is open. */
final class LogLines extends Handler implements AutoCloseable {

  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("co.tambo");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Level before;

  private LogLines() {
    before = OURS.getLevel() == null ? Level.INFO : OURS.getLevel();
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
  }

  static LogLines kept() {
    LogLines lines = new LogLines();
    OURS.setLevel(Level.ALL);
    ROOT.addHandler(lines);
    return lines;
  }

  String text() {
    return String.join("\n", lines);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(getFormatter().format(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    OURS.setLevel(before);
  }
}
