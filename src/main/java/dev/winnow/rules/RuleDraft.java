package dev.winnow.rules;

import java.time.Instant;

/** What a rule may become; it grades nobody. */
public record RuleDraft(Definition definition, String savedBy, Instant savedAt) {}
