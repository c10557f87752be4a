package dev.winnow.lucene;

/** The next number and version to give. */
record Counters(long number, long version) {}
