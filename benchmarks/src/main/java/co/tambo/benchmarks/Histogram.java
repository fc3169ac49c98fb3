package co.tambo.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What lives on the heap after a collection, exactly so in a JVM with {@link #EXACT}. Immutable.
 *
 * @param lines one for each class, as {@code jcmd GC.class_histogram} prints them
 */
record Histogram(List<String> lines) {

  private static final Pattern LINE =
      Pattern.compile("\\s*(?:\\d+:|Total)\\s+(\\d+)\\s+(\\d+)\\s*(\\S*).*");

  /** Has each collection clear all that is dead; else three of four leave some of it. */
  static final List<String> EXACT =
      List.of("-XX:+UseSerialGC", "-XX:MarkSweepAlwaysCompactCount=1", "-Xms768m", "-Xmx768m");

  static Histogram now() {
    try {
      Object printed =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return new Histogram(printed.toString().lines().toList());
    } catch (JMException e) {
      throw new IllegalStateException("this JVM has no histogram", e);
    }
  }

  /** Returns the bytes of all objects. */
  long bytes() {
    return number(2, "");
  }

  /** Returns how many objects there are of a class. */
  long instances(Class<?> type) {
    return number(1, type.getName());
  }

  private long number(int column, String type) {
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && matcher.group(3).equals(type)) {
        return Long.parseLong(matcher.group(column));
      }
    }
    return 0;
  }
}
