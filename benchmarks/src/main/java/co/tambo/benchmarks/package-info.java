/** How fast the filter is, beside its peers. */
@NullMarked
package co.tambo.benchmarks;

import org.jspecify.annotations.NullMarked;
