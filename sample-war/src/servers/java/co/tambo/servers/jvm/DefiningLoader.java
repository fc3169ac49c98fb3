package co.tambo.servers.jvm;

/**
 * A class loader that has defined a class.
 *
 * @param id what tells it from the others of its JVM while it lives
 * @param type its class, such as {@code org.apache.catalina.loader.ParallelWebappClassLoader}
 * @param classes how many classes it has defined
 */
public record DefiningLoader(String id, String type, int classes) {}
