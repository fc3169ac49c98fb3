package co.tambo.servers.jvm;

import co.tambo.servers.process.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a running JVM holds, seen from outside by its diagnostic commands. Soft references keep
 * classes for as long as there is memory: have the JVM run with {@code
 * -XX:SoftRefLRUPolicyMSPerMB=0}, or a count tells of them too.
 */
public final class JvmInspection {

  private final Jcmd jcmd;

  private JvmInspection(Jcmd jcmd) {
    this.jcmd = jcmd;
  }

  /** Returns the inspection of a JVM that runs on this JDK. */
  public static JvmInspection of(long pid, Path jdk) {
    return new JvmInspection(new Jcmd(jdk, pid));
  }

  /** Has the JVM collect all that it can, as {@code System.gc} does. */
  public void collect() throws IOException, InterruptedException {
    jcmd.lines("GC.run");
  }

  /**
   * Returns the loaders that have defined a class, that is one for each copy of it.
   *
   * @param className the binary name, such as {@code co.tambo.auth.servlet.TamboAuthFilter}
   */
  public List<DefiningLoader> definersOf(String className)
      throws IOException, InterruptedException {
    List<String> ids = idsOfDefiners(jcmd.lines("VM.class_hierarchy", className), className);
    Map<String, DefiningLoader> loaders = loaders(jcmd.lines("VM.classloader_stats"));
    return ids.stream()
        .map(id -> loaders.getOrDefault(id, new DefiningLoader(id, "?", 0)))
        .toList();
  }

  /**
   * Returns the loaders that have defined a class, after two collections, and after more of them
   * while more loaders than expected are there and the time is not over. What a collection finds
   * may need seconds to go: on JDK 17 a forgotten HTTP client ends its thread, and so lets go of
   * its loader, about three seconds later.
   */
  public List<DefiningLoader> settledDefinersOf(String className, int expected, Duration limit)
      throws IOException, InterruptedException {
    Deadline deadline = Deadline.after(limit);
    collect();
    List<DefiningLoader> definers;
    do {
      collect();
      definers = definersOf(className);
    } while (definers.size() > expected && !deadline.passed());
    return definers;
  }

  /**
   * Returns what there is more of than before, in words, for threads whose masked name a predicate
   * takes; empty as soon as a collection leaves nothing, at the latest when the time is over.
   */
  public List<String> settledThreadsBeyond(
      ThreadNames before, Predicate<String> names, Duration limit)
      throws IOException, InterruptedException {
    Deadline deadline = Deadline.after(limit);
    List<String> beyond;
    do {
      collect();
      beyond = threadNames().beyond(before, names);
    } while (!beyond.isEmpty() && !deadline.passed());
    return beyond;
  }

  /** Returns the names of its platform threads. */
  public ThreadNames threadNames() throws IOException, InterruptedException {
    return ThreadNames.of(jcmd.lines("Thread.print"));
  }

  /** Reads lines such as {@code |--a.Name/0x00007fc7205ddbf0}. */
  static List<String> idsOfDefiners(List<String> hierarchy, String className) {
    String before = "--" + className + "/";
    return hierarchy.stream()
        .filter(line -> line.contains(before))
        .map(line -> line.substring(line.indexOf(before) + before.length()).split(" ", 2)[0])
        .toList();
  }

  /** Reads lines of loader, parent, id, classes, two sizes, type. */
  static Map<String, DefiningLoader> loaders(List<String> statistics) {
    Map<String, DefiningLoader> loaders = new HashMap<>();
    for (String line : statistics) {
      String[] columns = line.strip().split(" +", 7);
      if (columns.length == 7 && columns[0].startsWith("0x")) {
        int classes = Integer.parseInt(columns[3]);
        loaders.put(columns[2], new DefiningLoader(columns[2], columns[6], classes));
      }
    }
    return loaders;
  }
}
