/** What messages about faults look like. */
@org.jspecify.annotations.NullMarked
package dev.winnow.problem;
