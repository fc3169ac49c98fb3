package co.tambo.auth.servlet;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/** The bytes of each class's objects, after a collection. Of HotSpot. */
record HeapHistogram(Map<String, Long> bytesByClass) {

  private static final int SHOWN = 10;

  static HeapHistogram now() throws JMException {
    String text =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    Map<String, Long> bytes = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length >= 4 && columns[0].matches("\\d+:")) {
        bytes.merge(columns[3], Long.parseLong(columns[2]), Long::sum);
      }
    }
    return new HeapHistogram(Map.copyOf(bytes));
  }

  /** Returns the classes that take most more than before, a line each. */
  List<String> grownSince(HeapHistogram before) {
    Map<String, Long> grown = new HashMap<>(bytesByClass);
    before.bytesByClass.forEach((name, bytes) -> grown.merge(name, -bytes, Long::sum));
    return grown.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(entry -> "grown: " + entry.getValue() / 1024 + " KiB of " + entry.getKey())
        .toList();
  }
}
