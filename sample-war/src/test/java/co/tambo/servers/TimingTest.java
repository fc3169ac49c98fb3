package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class TimingTest {

  private final Timing timing = new Timing();
  private final List<String> run = new ArrayList<>();

  @Test
  void testsRunAsTheyAre() throws Throwable {
    List<DynamicNode> timed = timed(test("starts"), dynamicContainer("checks", List.of(test("a"))));
    execute(timed);
    assertEquals(List.of("starts", "a"), run);
    assertEquals(
        List.of("starts", "checks"), timed.stream().map(DynamicNode::getDisplayName).toList());
  }

  @Test
  void failureIsATestsOwn() {
    List<DynamicNode> timed =
        timed(
            dynamicTest(
                "fails",
                () -> {
                  throw new IllegalStateException("as asked");
                }));
    assertThrows(IllegalStateException.class, () -> execute(timed));
  }

  @Test
  void everyServerHasALine() throws Throwable {
    execute(timed(test("starts")));
    assertEquals("Tomcat: 0 s; ", timing.toString());
  }

  private DynamicTest test(String name) {
    return dynamicTest(name, () -> run.add(name));
  }

  private List<DynamicNode> timed(DynamicNode... nodes) {
    return timing.of("Tomcat", "probe", Stream.of(nodes)).toList();
  }

  private static void execute(List<? extends DynamicNode> nodes) throws Throwable {
    for (DynamicNode node : nodes) {
      if (node instanceof DynamicContainer container) {
        execute(container.getChildren().toList());
      } else {
        ((DynamicTest) node).getExecutable().execute();
      }
    }
  }
}
