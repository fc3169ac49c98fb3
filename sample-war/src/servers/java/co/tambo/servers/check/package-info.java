/** What holds on every server; one check is one cell of the table of servers and checks. */
@NullMarked
package co.tambo.servers.check;

import org.jspecify.annotations.NullMarked;
