/** What a server's JVM holds: class loaders and threads, seen from outside. */
@NullMarked
package co.tambo.servers.jvm;

import org.jspecify.annotations.NullMarked;
