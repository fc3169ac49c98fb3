package co.tambo.servers.keycloak;

import co.tambo.servers.process.ChildProcess;
import co.tambo.servers.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak on a port of 127.0.0.1, with the lab realm. Its log is {@code keycloak.log} in
 * the work folder. Tokens and the administration are thread-safe; one thread stops and starts it.
 */
public final class Keycloak implements AutoCloseable {

  static final String REALM = "lab";

  private static final String HEAP = "-Xms128m -Xmx512m";
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private final KeycloakSetup setup;
  private final KeycloakHome home;
  private final Path log;
  private final Realm lab;
  private final Http readiness = new Http();
  private final List<Duration> starts = new CopyOnWriteArrayList<>();
  private @Nullable ChildProcess process;

  private Keycloak(KeycloakSetup setup, KeycloakHome home) {
    this.setup = setup;
    this.home = home;
    this.log = setup.work().resolve("keycloak.log");
    this.lab = new Realm(origin(), REALM);
  }

  /**
   * Starts one with fresh data and waits until it is ready.
   *
   * @throws IllegalStateException with the log's last lines, when it does not start in time
   */
  public static Keycloak start(KeycloakSetup setup) throws IOException {
    Path folder = setup.work().toAbsolutePath().resolve("home");
    KeycloakHome home = KeycloakHome.of(setup.distribution().toAbsolutePath(), folder);
    home.beginWith(RealmFile.text(setup.accessTokenLife()));
    Keycloak keycloak = new Keycloak(setup, home);
    Files.deleteIfExists(keycloak.log);
    keycloak.start();
    return keycloak;
  }

  /** Returns the lab realm. */
  public Realm lab() {
    return lab;
  }

  /** Imports another realm, with the lab's users and clients, and organizations of the users. */
  public Realm importOrganizations(String name) {
    lab.admin().createRealm(RealmFile.withOrganizations(name, setup.accessTokenLife()));
    return new Realm(origin(), name);
  }

  /** Returns the issuer of the lab's tokens, whatever address it is called by. */
  public String issuer() {
    return lab.issuer();
  }

  /** Logs a user in through the login page, as a browser does, for {@link LabClient#WEB}. */
  public Tokens login(LabUser user) {
    return lab.login(LabClient.WEB, user);
  }

  /** Returns a user's tokens for {@link LabClient#WEB} by one request, for a load. */
  public Tokens passwordGrant(LabUser user) {
    return passwordGrant(LabClient.WEB, user);
  }

  /** Returns a user's tokens by one request, for a load. */
  public Tokens passwordGrant(LabClient client, LabUser user) {
    return lab.passwordGrant(client, user);
  }

  /**
   * Returns the key that signs with an algorithm now.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public RealmKey signingKey(String algorithm) {
    return lab.signingKey(algorithm);
  }

  /** Makes a new RS256 key that signs from now on, and returns it; the old one stays published. */
  public RealmKey rotateKeys() {
    return lab.rotateKeys();
  }

  /** Removes a key from the realm and from its JWK set. */
  public void retireKey(RealmKey key) {
    lab.retireKey(key);
  }

  /** Returns how long each start took, until the realm answered. */
  public List<Duration> starts() {
    return List.copyOf(starts);
  }

  /** Returns the log file. */
  public Path log() {
    return log;
  }

  /** Stops it and keeps its data; nobody listens on its port from now on. */
  public void stop() {
    ChildProcess running = process;
    process = null;
    if (running != null) {
      running.close();
    }
  }

  /**
   * Starts it, on the same port and with the data that it had when it was stopped.
   *
   * @throws IllegalStateException when it runs, or with the log's last lines, when it does not
   *     start in time
   */
  public void start() throws IOException {
    if (process != null) {
      throw new IllegalStateException("Keycloak runs already");
    }
    Deadline deadline = Deadline.after(setup.startLimit());
    process = ChildProcess.start(command(), log);
    try {
      process.await("the realm at " + issuer(), deadline, this::isReady);
    } catch (RuntimeException e) {
      stop();
      home.distrust();
      throw e;
    }
    starts.add(deadline.elapsed());
  }

  @Override
  public void close() {
    stop();
  }

  private String origin() {
    return "http://127.0.0.1:" + setup.port();
  }

  private ProcessBuilder command() {
    ProcessBuilder command =
        new ProcessBuilder(
            home.script().toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + setup.port(),
            "--hostname=" + origin());
    var environment = command.environment();
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("KC_") || name.startsWith("JAVA") || name.equals("DEBUG"));
    environment.put("JAVA_HOME", setup.java().toString());
    environment.put("JAVA_OPTS_KC_HEAP", HEAP);
    environment.put("JAVA_OPTS_APPEND", QUICK_START);
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", RealmAdmin.USER);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", RealmAdmin.PASSWORD);
    return command;
  }

  private boolean isReady() {
    try {
      HttpResponse<String> metadata = readiness.get(issuer() + "/.well-known/openid-configuration");
      return metadata.statusCode() == 200
          && Http.json(metadata).getString("issuer").equals(issuer());
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}
