/** Child processes that never outlive the tests, and waits that end. */
@NullMarked
package co.tambo.servers.process;

import org.jspecify.annotations.NullMarked;
