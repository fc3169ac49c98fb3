/** An application that says, in as many ways as a server has, who it takes its caller for. */
@NullMarked
package co.tambo.probe;

import org.jspecify.annotations.NullMarked;
