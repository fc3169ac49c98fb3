package co.tambo.benchmarks;

import co.tambo.auth.testing.FakeIssuer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long the filter takes to start, and what it takes of the machine. */
final class Start {

  private Start() {}

  static List<Row> measure(Profile profile, Jdk jdk) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (FakeIssuer issuer = FakeIssuer.start()) {
      rows.add(started(jdk, "up", issuer.issuer(), issuer.token("alice").text()));
      rows.add(started(jdk, "down", "http://127.0.0.1:" + closedPort(), "none"));
    }
    rows.add(jars(jdk));
    rows.add(heap(jdk));
    return rows;
  }

  private static Row started(Jdk jdk, String provider, String issuer, String token)
      throws IOException {
    List<String> arguments = List.of(issuer, token);
    try (ChildJvm jvm = ChildJvm.start(jdk, Histogram.EXACT, StartProbe.class, arguments)) {
      double[] figures = jvm.figures("started");
      return Row.of("Filter.init", jdk)
          .with("provider", provider)
          .with("firstMs", figures[0])
          .with("warmMs", figures[1])
          .with("classes", figures[2])
          .with("heap", figures[3])
          .with("firstRequestMs", figures[4]);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Row jars(Jdk jdk) throws IOException {
    long bytes = 0;
    int jars = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.matches(".*tambo-auth-(filter|jaxrs)-[\\w.]+(-SNAPSHOT)?\\.jar")) {
        bytes += Files.size(Path.of(entry));
        jars++;
      }
    }
    return Row.of("jars in WEB-INF/lib", jdk).with("jars", jars).with("bytes", (double) bytes);
  }

  private static Row heap(Jdk jdk) throws IOException {
    try (ChildJvm jvm = ChildJvm.start(jdk, Histogram.EXACT, HeapProbe.class, List.of())) {
      double[] bytes = jvm.figures("bytes");
      return Row.of("heap of a verdict", jdk)
          .with("bytes", bytes[0])
          .with("claims", bytes[1])
          .with("verdicts", bytes[2]);
    }
  }
}
