/**
 * The rules by which customers are graded: drafts, every version that was published, what holds
 * now, and having it hold for all customers.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.rules;
