package co.tambo.servers.load;

/** Something that happens while requests run. */
@FunctionalInterface
public interface Event {

  /** Makes it happen; returns when it is over. */
  void happen() throws Exception;
}
