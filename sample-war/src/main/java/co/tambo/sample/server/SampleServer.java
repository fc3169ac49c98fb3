package co.tambo.sample.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** The web application on an embedded server. */
public final class SampleServer implements Callable<Void>, AutoCloseable {

  private static final int HEADER_BYTES = 32 * 1024;

  private final Path webapp;
  private final Path work;
  private final List<String> args;
  private final Server server = new Server();

  /**
   * Creates a server that has not started.
   *
   * @param webapp the unpacked WAR
   * @param work where the server may keep what it compiles
   * @param args the command line
   */
  public SampleServer(Path webapp, Path work, List<String> args) {
    this.webapp = webapp;
    this.work = work;
    this.args = List.copyOf(args);
  }

  /**
   * Starts the server and says on standard output what can be done with it.
   *
   * @throws IllegalArgumentException when the command line is not understood
   * @throws IllegalStateException with a message for the user, when the server cannot start
   */
  @Override
  public Void call() throws Exception {
    Options options = Options.of(args);
    try {
      start(options.port(), FarSide.of(Settings.given()));
    } catch (Exception e) {
      throw StartFailure.of(e, options.port());
    }
    return null;
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  private void start(int port, FarSide farSide) throws Exception {
    Logs.configure(farSide.logLevel());
    ServerConnector connector = connector();
    connector.setHost(farSide.host());
    connector.setPort(port);
    connector.open();
    server.addConnector(connector);
    server.setHandler(farSide.around(application(farSide)));
    server.start();
    System.out.println(farSide.welcome("http://localhost:" + connector.getLocalPort()));
  }

  private WebAppContext application(FarSide farSide) {
    WebAppContext context = new WebAppContext(webapp.toString(), "/");
    context.setTempDirectory(work.toFile());
    context.setThrowUnavailableOnStartupException(true);
    context.getHiddenClassMatcher().add("co.tambo.");
    farSide.settings().forEach(context::setInitParameter);
    return context;
  }

  private ServerConnector connector() {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    return new ServerConnector(server, new HttpConnectionFactory(http));
  }
}
