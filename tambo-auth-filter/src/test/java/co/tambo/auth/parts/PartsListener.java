package co.tambo.auth.parts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints, at the end, how many tests each part ran and left out. */
public final class PartsListener implements TestExecutionListener {

  private final Map<String, AtomicInteger> ran = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> leftOut = new ConcurrentHashMap<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    boolean aborted = result.getStatus() == TestExecutionResult.Status.ABORTED;
    if (test.isTest() || aborted) {
      test.getTags()
          .forEach(
              tag ->
                  (aborted ? leftOut : ran)
                      .computeIfAbsent(tag.getName(), name -> new AtomicInteger())
                      .incrementAndGet());
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    for (Part part : Part.values()) {
      int executed = count(ran, part);
      int aborted = count(leftOut, part);
      if (executed + aborted > 0) {
        System.out.printf("part %s: %d tests ran, %d left out%n", part.tag(), executed, aborted);
      }
    }
  }

  private static int count(Map<String, AtomicInteger> counts, Part part) {
    return counts.getOrDefault(part.tag(), new AtomicInteger()).get();
  }
}
