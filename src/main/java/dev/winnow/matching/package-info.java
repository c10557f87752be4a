/**
 * Whether two customers are the same: what their names, telephone numbers, addresses and other
 * values come down to, by which keys two that may be the same are found, and how likely it is, with
 * the reasons. Pure functions.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.matching;
