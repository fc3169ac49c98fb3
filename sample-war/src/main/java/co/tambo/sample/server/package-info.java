/** The embedded server and what a demo needs around the web application. */
@NullMarked
package co.tambo.sample.server;

import org.jspecify.annotations.NullMarked;
