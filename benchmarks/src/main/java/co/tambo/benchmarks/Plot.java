package co.tambo.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plot: what an RS256 token costs each verifier at first sight, and a known one here. */
final class Plot {

  private static final int LEFT = 220;
  private static final int WIDTH = 420;
  private static final int STEP = 26;

  private record Bar(String title, double micros, String colour) {}

  private Plot() {}

  /** Returns the plot as SVG, empty when no verifier was measured. */
  static String of(Measured measured) {
    List<Bar> bars = bars(measured, measured.jdks().isEmpty() ? "" : measured.jdks().get(0));
    if (bars.isEmpty()) {
      return "";
    }
    double longest = bars.stream().mapToDouble(Bar::micros).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    int height = (bars.size() + 1) * STEP + 10;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            LEFT + WIDTH + 90,
            height));
    for (int i = 0; i < bars.size(); i++) {
      svg.append(drawn(bars.get(i), i * STEP + 10, longest));
    }
    return svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\">µs a token, RS256</text>%n</svg>%n",
                LEFT,
                height - 10))
        .toString();
  }

  private static String drawn(Bar bar, int y, double longest) {
    double width = Math.max(1, bar.micros() / longest * WIDTH);
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>"
            + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
        LEFT - 8,
        y + 14,
        bar.title(),
        LEFT,
        y,
        width,
        bar.colour(),
        LEFT + width + 6,
        y + 14,
        Table.figure(bar.micros()));
  }

  private static List<Bar> bars(Measured measured, String jdk) {
    List<Bar> bars = new ArrayList<>();
    bars.add(new Bar("raw JCA", measured.signature("us", "RS256", jdk), "#999999"));
    for (Contestant contestant : Contestant.values()) {
      String colour = contestant.ours() ? "#1f6feb" : "#8fb4e8";
      bars.add(new Bar(contestant.title(), measured.firstSight(contestant, "RS256", jdk), colour));
    }
    bars.add(new Bar("tambo-auth, known token", measured.known("us", "known", jdk), "#1f6feb"));
    bars.removeIf(bar -> !Double.isFinite(bar.micros()));
    return bars;
  }
}
