package dev.winnow.imports;

/** What a row does to what is there. */
enum Outcome {
  ADDED,
  CHANGED,
  UNCHANGED,
  /** It is left alone: by the mode, or since the customer has been merged into another. */
  SKIPPED
}
