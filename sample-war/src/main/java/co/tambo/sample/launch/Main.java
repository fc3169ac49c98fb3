package co.tambo.sample.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Unpacks the WAR that it lies in, and starts the server that the WAR carries. */
public final class Main {

  private static final String SERVER = "co.tambo.sample.server.SampleServer";

  private Main() {}

  /** Runs until the process is stopped; exits with 1 and the reason when it cannot start. */
  public static void main(String[] args) throws Exception {
    Unpacked war = Unpacked.of(location());
    Object server = server(war, List.of(args));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, war), "sample-stop"));
    try {
      ((Callable<?>) server).call();
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static Path location() throws Exception {
    return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Object server(Unpacked war, List<String> args) throws Exception {
    Thread.currentThread().setContextClassLoader(war.launcher());
    return Class.forName(SERVER, true, war.launcher())
        .getConstructor(Path.class, Path.class, List.class)
        .newInstance(war.webapp(), war.work(), args);
  }

  private static void stop(Object server, Unpacked war) {
    try (war) {
      ((AutoCloseable) server).close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
