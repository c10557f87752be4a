/** The meaning of conditions as a table of cases and a naive filter, and tests of the language. */
@org.jspecify.annotations.NullMarked
package dev.winnow.condition;
