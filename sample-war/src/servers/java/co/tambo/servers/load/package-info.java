/** A bounded load on one address of a server, whose every answer is checked. */
@NullMarked
package co.tambo.servers.load;

import org.jspecify.annotations.NullMarked;
