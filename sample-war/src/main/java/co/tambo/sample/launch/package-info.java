/** What {@code java -jar} runs: the only classes at the root of the WAR. */
@NullMarked
package co.tambo.sample.launch;

import org.jspecify.annotations.NullMarked;
