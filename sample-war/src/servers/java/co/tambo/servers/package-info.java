/**
 * The suite that deploys the same web applications on real application servers. Start with {@link
 * co.tambo.servers.Server}, the list of servers; a {@link co.tambo.servers.ServerKind} lays one out
 * in a folder of its own, and a {@link co.tambo.servers.RunningServer} is it at work.
 */
@NullMarked
package co.tambo.servers;

import org.jspecify.annotations.NullMarked;
