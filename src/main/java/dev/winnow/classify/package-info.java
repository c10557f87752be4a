/**
 * Rules that grade customers, as data and as pure functions: who is of high value, who is at risk.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.classify;
