package dev.winnow.segment;

import dev.winnow.condition.Condition;

/**
 * What somebody wants a segment to be, checked.
 *
 * @param id empty when it is to be made from the name
 */
record Draft(
    String id, String name, String folder, String note, Condition condition, String comment) {}
