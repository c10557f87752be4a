/** Everything that can go wrong, as codes and faults; the one table of errors. */
@org.jspecify.annotations.NullMarked
package dev.winnow.problem;
