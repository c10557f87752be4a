package dev.winnow.rules;

import dev.winnow.classify.CutPoints;
import java.time.Instant;
import java.util.Optional;

/**
 * What was published once.
 *
 * @param version 1 for the first; every publication, rollback and new finding of cut points adds
 *     one
 * @param cutPoints what it asked of the population; empty as long as there were no customers, and
 *     then it grades nobody
 * @param sizes of the grades when it was published
 */
public record RuleVersion(
    int version,
    Definition definition,
    Optional<CutPoints> cutPoints,
    String comment,
    String publishedBy,
    Instant publishedAt,
    GradeSizes sizes) {}
