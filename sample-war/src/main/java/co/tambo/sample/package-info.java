/** A legacy web application that knows its Tambo user. */
@NullMarked
package co.tambo.sample;

import org.jspecify.annotations.NullMarked;
