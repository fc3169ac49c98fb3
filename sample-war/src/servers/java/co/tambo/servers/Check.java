package co.tambo.servers;

/**
 * Something that holds on every server.
 *
 * @param name its column in the table
 */
public record Check(String name, Body body) {

  /** What a check does; an assumption that fails says that it is not for this server. */
  @FunctionalInterface
  public interface Body {
    void run(Site site) throws Exception;
  }
}
