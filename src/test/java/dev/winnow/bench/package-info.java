/** End-to-end measurements, run by hand; see {@code docs/benchmarks.md}. */
@org.jspecify.annotations.NullMarked
package dev.winnow.bench;
