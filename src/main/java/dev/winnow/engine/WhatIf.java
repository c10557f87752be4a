package dev.winnow.engine;

import dev.winnow.classify.Grading;
import dev.winnow.condition.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What would change if customers were graded otherwise.
 *
 * @param draft all rules as they would be, one for the facet among them
 * @param facet the facet whose grades are compared
 * @param scope the customers that are looked at; resolved
 * @param sums number and money fields to add up for every kind of move
 * @param conditions resolved; for each, who would enter and leave
 * @param movers which of the customers that move to name; empty for none
 */
public record WhatIf(
    Grading draft,
    String facet,
    Condition scope,
    List<String> sums,
    List<Condition> conditions,
    Optional<Movers> movers) {
  public WhatIf {
    if (draft.of(facet).isEmpty()) {
      throw new IllegalArgumentException("the draft does not grade " + facet);
    }
    sums = List.copyOf(sums);
    conditions = List.copyOf(conditions);
  }

  /**
   * A page of customers whose grade would change.
   *
   * @param from only those that have this grade now
   * @param to only those that would have this grade
   * @param offset customers to skip, in the order of their stable numbers
   */
  public record Movers(End from, End to, int offset, int limit) {
    /** How deep one can page. */
    public static final int MAX_WINDOW = 10_000;
  }

  /** One end of a move. */
  public sealed interface End {
    End ANY = new Any();
    End UNGRADED = new Grade(Optional.empty());

    static End of(String grade) {
      return new Grade(Optional.of(grade));
    }

    record Any() implements End {}

    /**
     * Having one grade, or none.
     *
     * @param value empty for having no grade
     */
    record Grade(Optional<String> value) implements End {}
  }
}
