package co.tambo.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table in Markdown. Not thread-safe. */
final class Table {

  private final List<String> lines = new ArrayList<>();

  Table(String... titles) {
    row((Object[]) titles);
    lines.add("|" + "---|".repeat(titles.length));
  }

  Table row(@Nullable Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (@Nullable Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    lines.add(line.toString());
    return this;
  }

  /** Spells a figure with three digits that count; a dash for none. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
