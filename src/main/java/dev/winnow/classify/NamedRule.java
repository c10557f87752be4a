package dev.winnow.classify;

import dev.winnow.schema.Label;

/**
 * A rule as a configuration declares it.
 *
 * @param id 1 to 64 lower-case letters, digits and hyphens, the first no hyphen
 */
public record NamedRule(String id, Label name, Rule rule) {}
