package dev.winnow.engine;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The answer to {@link WhatIf}, every number exact and all at the same point in time.
 *
 * @param customers how many were looked at
 * @param matrix how many have and would have each pair of grades, those that stay among them; pairs
 *     that nobody has are left out
 * @param effects for each condition asked about, in their order
 * @param movers the page asked for
 */
public record WhatIfAnswer(
    long customers, List<Move> matrix, List<Effect> effects, List<Mover> movers) {
  public WhatIfAnswer {
    matrix = List.copyOf(matrix);
    effects = List.copyOf(effects);
    movers = List.copyOf(movers);
  }

  /**
   * A kind of move.
   *
   * @param from the grade now, empty for none
   * @param to the grade then, empty for none
   * @param sums of the fields asked for, on their scales
   */
  public record Move(
      Optional<String> from, Optional<String> to, long customers, List<BigInteger> sums) {
    public Move {
      sums = List.copyOf(sums);
    }

    /** Whether the grade changes. */
    public boolean changes() {
      return !from.equals(to);
    }
  }

  /** Customers that satisfy a condition now and then; entered less left is the difference. */
  public record Effect(long before, long after, long entered, long left) {}

  /** A customer, as now, that would change from one grade to another. */
  public record Mover(StoredCustomer customer, Optional<String> from, Optional<String> to) {}
}
