package co.tambo.auth.monitors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds calls that may block while a monitor is held, in a synchronized method or block, by what
 * the class files say; what a call reaches inside of these is followed, what it reaches elsewhere
 * is known by name.
 */
final class HeldMonitors {

  private static final Map<String, Set<String>> BLOCKING = new HashMap<>();

  static {
    blocking("java/lang/Thread", "sleep", "join");
    blocking("java/lang/Object", "wait");
    blocking("java/lang/Process", "waitFor");
    blocking("java/net/http/HttpClient", "send");
    blocking("java/net/InetAddress", "getByName", "getAllByName");
    blocking("java/net/Socket", "<init>", "connect");
    blocking("java/net/URL", "openStream", "openConnection", "getContent");
    blocking("java/io/InputStream", "read", "readAllBytes", "readNBytes");
    blocking("java/io/OutputStream", "write", "flush");
    blocking("java/util/concurrent/CompletableFuture", "get", "join");
    blocking("java/util/concurrent/Future", "get");
    blocking("java/util/concurrent/CountDownLatch", "await");
    blocking("java/util/concurrent/Semaphore", "acquire", "acquireUninterruptibly", "tryAcquire");
    blocking("java/util/concurrent/BlockingQueue", "put", "take", "poll", "offer");
    blocking("java/util/concurrent/ExecutorService", "invokeAll", "invokeAny", "awaitTermination");
    blocking("java/util/concurrent/ForkJoinTask", "get", "join");
    blocking("java/util/concurrent/locks/Condition", "await", "awaitNanos", "awaitUninterruptibly");
    blocking("java/util/concurrent/locks/LockSupport", "park", "parkNanos", "parkUntil");
  }

  /**
   * Methods of the carried cache that were read: they ask a future only once it is done, or remove
   * from a map that is never a cache.
   */
  private static final Set<String> READ_AND_FOUND_HARMLESS =
      Set.of(
          "com/github/benmanes/caffeine/cache/Async.getIfReady",
          "com/github/benmanes/caffeine/cache/Async.isReady",
          "com/github/benmanes/caffeine/cache/BoundedLocalCache.discardRefresh");

  private final ClassFiles files;
  private final Map<String, MethodNode> methods;
  private final Set<String> mayBlock = new HashSet<>();

  HeldMonitors(ClassFiles files) {
    this.files = files;
    this.methods = files.methods();
    markBlocking();
  }

  private static void blocking(String owner, String... names) {
    BLOCKING.put(owner, Set.of(names));
  }

  /** Returns the calls that may block under a monitor, as {@code method calls method}. */
  Set<String> blocked() {
    Set<String> found = new TreeSet<>();
    methods.forEach(
        (name, method) ->
            underMonitor(method).stream()
                .filter(this::blocks)
                .forEach(call -> found.add(name + " calls " + call.owner + "." + call.name)));
    return found;
  }

  /** Returns how many methods hold a monitor at all. */
  long holding() {
    return methods.values().stream().filter(HeldMonitors::holdsMonitor).count();
  }

  private static boolean holdsMonitor(MethodNode method) {
    return isSynchronized(method) || instructions(method).anyMatch(HeldMonitors::enters);
  }

  /** Marks what waits by itself, then whoever calls a marked method, until nobody is left. */
  private void markBlocking() {
    Map<String, List<String>> callers = new HashMap<>();
    Queue<String> marked = new ArrayDeque<>();
    methods.forEach(
        (name, method) -> {
          for (MethodInsnNode call : calls(method)) {
            files
                .targets(call)
                .forEach(
                    target -> callers.computeIfAbsent(target, any -> new ArrayList<>()).add(name));
            if (waits(call)) {
              marked.add(name);
            }
          }
        });
    while (!marked.isEmpty()) {
      String method = marked.remove();
      if (!isHarmless(method) && mayBlock.add(method)) {
        marked.addAll(callers.getOrDefault(method, List.of()));
      }
    }
  }

  private static boolean isHarmless(String method) {
    return READ_AND_FOUND_HARMLESS.contains(method.substring(0, method.indexOf('(')));
  }

  private boolean blocks(MethodInsnNode call) {
    return waits(call) || files.targets(call).stream().anyMatch(mayBlock::contains);
  }

  private static boolean waits(MethodInsnNode call) {
    return BLOCKING.getOrDefault(call.owner, Set.of()).contains(call.name);
  }

  private static List<MethodInsnNode> calls(MethodNode method) {
    return instructions(method)
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast)
        .toList();
  }

  /** Returns the calls between entering a monitor and leaving it, in the order of the code. */
  private static List<MethodInsnNode> underMonitor(MethodNode method) {
    if (isSynchronized(method)) {
      return calls(method);
    }
    List<MethodInsnNode> calls = new ArrayList<>();
    boolean held = false;
    for (AbstractInsnNode instruction : method.instructions) {
      if (enters(instruction)) {
        held = true;
      } else if (instruction.getOpcode() == Opcodes.MONITOREXIT) {
        held = false;
      } else if (held && instruction instanceof MethodInsnNode call) {
        calls.add(call);
      }
    }
    return calls;
  }

  private static Stream<AbstractInsnNode> instructions(MethodNode method) {
    return Arrays.stream(method.instructions.toArray());
  }

  private static boolean enters(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.MONITORENTER;
  }

  private static boolean isSynchronized(MethodNode method) {
    return (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
  }
}
