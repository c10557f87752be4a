package dev.winnow.imports;

/** What a row does to what is there. */
enum Outcome {
  ADDED,
  CHANGED,
  UNCHANGED,
  /** The mode leaves it alone. */
  SKIPPED
}
