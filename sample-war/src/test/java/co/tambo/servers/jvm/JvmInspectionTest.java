package co.tambo.servers.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Inspects this JVM itself, by its own JDK. */
class JvmInspectionTest {

  private static final String NAME = Copied.class.getName();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final JvmInspection inspection =
      JvmInspection.of(ProcessHandle.current().pid(), Path.of(System.getProperty("java.home")));

  /** A class to have copies of. */
  static final class Copied {}

  /** Defines a copy of its own. */
  static final class CopyingLoader extends ClassLoader {

    Class<?> copy() throws IOException {
      String file = NAME.substring(NAME.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = JvmInspectionTest.class.getResourceAsStream(file)) {
        byte[] bytes = Objects.requireNonNull(in).readAllBytes();
        return defineClass(NAME, bytes, 0, bytes.length);
      }
    }
  }

  @Test
  void everyCopyOfAClassIsCountedUntilItsLoaderIsGone() throws Exception {
    int before = inspection.definersOf(NAME).size();
    List<Class<?>> copies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      copies.add(new CopyingLoader().copy());
    }
    List<DefiningLoader> definers = inspection.settledDefinersOf(NAME, before + 3, LIMIT);
    assertEquals(before + 3, definers.size());
    assertEquals(3, definers.stream().filter(JvmInspectionTest::isCopying).count());
    assertEquals(3, copies.size());
    copies.clear();
    assertEquals(before, inspection.settledDefinersOf(NAME, before, LIMIT).size());
  }

  @Test
  void classThatWasNeverLoadedHasNoCopy() throws Exception {
    assertEquals(List.of(), inspection.definersOf("co.tambo.servers.jvm.Nowhere"));
  }

  @Test
  void newThreadIsNamed() throws Exception {
    ThreadNames before = inspection.threadNames();
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = new Thread(() -> awaits(end), "left \"behind\" #1");
    thread.setDaemon(true);
    thread.start();
    try {
      assertEquals(
          List.of("left \"behind\" ##: 1 instead of 0"),
          inspection.threadNames().beyond(before, name -> name.startsWith("left")));
    } finally {
      end.countDown();
    }
    thread.join();
    assertEquals(
        List.of(), inspection.settledThreadsBeyond(before, name -> name.startsWith("left"), LIMIT));
  }

  @Test
  void threadThatTookAnothersPlaceIsNotOneMore() {
    ThreadNames before = ThreadNames.of(List.of("\"a-1\" #1 daemon", "   Thread.State", ""));
    ThreadNames after = ThreadNames.of(List.of("\"a-2\" #2 prio=5"));
    assertEquals(List.of(), after.beyond(before, name -> true));
  }

  @Test
  void secondThreadOfANameIsOneMore() {
    ThreadNames one = ThreadNames.of(List.of("\"a-1\" #1 daemon"));
    ThreadNames two = ThreadNames.of(List.of("\"a-1\" #1 daemon", "\"a-2\" #2 prio=5"));
    assertEquals(List.of("a-#: 2 instead of 1"), two.beyond(one, name -> true));
    assertEquals(List.of(), two.beyond(one, name -> name.startsWith("b")));
    assertEquals(List.of(), one.beyond(two, name -> true));
  }

  private static boolean isCopying(DefiningLoader loader) {
    return loader.type().endsWith("CopyingLoader") && loader.classes() == 1;
  }

  private static void awaits(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
