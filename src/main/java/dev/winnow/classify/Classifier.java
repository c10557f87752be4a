package dev.winnow.classify;

import java.util.List;

/**
 * A rule made ready to grade customers: its cut points known, its day fixed. Without state, so safe
 * for use by many threads.
 */
public interface Classifier {
  /** What {@link #grade} answers for a customer that gets no grade. */
  int UNGRADED = -1;

  /** The field that is graded. */
  String facet();

  /** The fields read, without repetition; their positions are those of {@link Inputs}. */
  List<String> inputs();

  /** The values that can be given, without repetition, in the rule's order. */
  List<String> grades();

  /** The position in {@link #grades()}, or {@link #UNGRADED}. */
  int grade(Inputs customer);
}
