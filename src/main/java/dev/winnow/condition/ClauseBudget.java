package dev.winnow.condition;

/** Counts the clauses of one condition, and says when there are too many or they are too deep. */
final class ClauseBudget {
  private final Faults faults;
  private int clauses;

  ClauseBudget(Faults faults) {
    this.faults = faults;
  }

  /** Counts a clause; false with a fault when there is no room for it. */
  boolean take(String at, int depth) {
    if (depth > ConditionReader.MAX_DEPTH) {
      faults.add(
          at,
          "Groups are nested deeper than " + ConditionReader.MAX_DEPTH + ".",
          "Save a part as a segment and refer to it.");
      return false;
    }
    clauses++;
    if (clauses == ConditionReader.MAX_CLAUSES + 1) {
      faults.add(
          at,
          "The condition has more than " + ConditionReader.MAX_CLAUSES + " clauses.",
          "Save a part as a segment and refer to it.");
    }
    return !spent();
  }

  /** Whether there are too many already. */
  boolean spent() {
    return clauses > ConditionReader.MAX_CLAUSES;
  }
}
