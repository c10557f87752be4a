package dev.winnow.classify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many customers each grade has and what they sum up to. Not safe for several threads. */
public final class GradeShares {
  private final List<String> grades;
  private final long[] customers;
  private final Wide[] sums;

  /**
   * @param grades whose positions are counted; beside them, those without a grade
   */
  public GradeShares(List<String> grades) {
    this.grades = List.copyOf(grades);
    customers = new long[grades.size() + 1];
    sums = new Wide[grades.size() + 1];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new Wide();
    }
  }

  /**
   * A grade's part of the whole.
   *
   * @param grade empty for the ungraded
   * @param customerShare of all customers, 0 to 1
   * @param sumShare of the whole sum; 0 when that is not above 0
   */
  public record Share(
      Optional<String> grade,
      long customers,
      BigInteger sum,
      double customerShare,
      double sumShare) {}

  /**
   * Counts one customer.
   *
   * @param amount on the field's scale; {@link Inputs#MISSING} counts as 0
   */
  public void add(int grade, long amount) {
    customers[grade + 1]++;
    if (amount != Inputs.MISSING) {
      sums[grade + 1].add(amount);
    }
  }

  /** Adds what was counted elsewhere, over the same grades. */
  public void add(GradeShares other) {
    for (int i = 0; i < sums.length; i++) {
      customers[i] += other.customers[i];
      sums[i].add(other.sums[i]);
    }
  }

  /** The grades in their order, then the ungraded. */
  public List<Share> shares() {
    double all = 0;
    double whole = 0;
    for (int i = 0; i < sums.length; i++) {
      all += customers[i];
      whole += sums[i].total().doubleValue();
    }
    List<Share> shares = new ArrayList<>();
    for (int i = 1; i <= grades.size(); i++) {
      shares.add(share(Optional.of(grades.get(i - 1)), i, all, whole));
    }
    shares.add(share(Optional.empty(), 0, all, whole));
    return shares;
  }

  private Share share(Optional<String> grade, int i, double all, double whole) {
    BigInteger sum = sums[i].total();
    return new Share(
        grade,
        customers[i],
        sum,
        all == 0 ? 0 : customers[i] / all,
        whole > 0 ? sum.doubleValue() / whole : 0);
  }
}
