package co.tambo.servers;

import java.io.IOException;
import java.util.Map;

/** How one make of application server is laid out in a folder and started. */
interface ServerKind {

  /**
   * Writes the server's own configuration into the work folder.
   *
   * @return how to start what was written
   */
  StartCommand layOut(Installation installation, Launch launch) throws IOException;

  /** Returns whether {@link #change} can be asked for. */
  default boolean changes() {
    return false;
  }

  /**
   * Changes settings in the own source of MicroProfile Config of a server that runs.
   *
   * @param settings all settings, the unchanged ones too
   * @return what the server's log has once they hold; empty when they do already
   */
  default String change(Installation installation, Launch launch, Map<String, String> settings)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
