/**
 * Finding customers that are in the list twice, deciding which are, and merging them: candidates
 * with scores and reasons, for the whole base and for rows not yet written; what was decided is
 * remembered, and every merge can be undone.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.duplicates;
