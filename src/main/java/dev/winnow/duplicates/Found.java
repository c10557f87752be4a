package dev.winnow.duplicates;

/**
 * Two customers that a search has found alike.
 *
 * @param left the smaller id
 * @param differentCodes see {@link dev.winnow.matching.Resemblance#differentCodes}
 */
record Found(String left, String right, double score, boolean differentCodes) {}
