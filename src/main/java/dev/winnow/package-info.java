/** The entry point. */
@org.jspecify.annotations.NullMarked
package dev.winnow;
