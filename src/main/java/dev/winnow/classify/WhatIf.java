package dev.winnow.classify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who would move from which grade to which: customers, and sums of some fields. Filled in parts by
 * several threads, one object each, and added up.
 */
public final class WhatIf {
  private final List<String> before;
  private final List<String> after;
  private final int sums;
  private final long[] customers;
  private final Wide[] totals;

  /**
   * @param before the grades there are now; their positions are given to {@link #add}
   * @param after the grades of the draft
   * @param sums how many fields are summed
   */
  public WhatIf(List<String> before, List<String> after, int sums) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.sums = sums;
    customers = new long[(before.size() + 1) * (after.size() + 1)];
    totals =
        IntStream.range(0, customers.length * sums).mapToObj(_ -> new Wide()).toArray(Wide[]::new);
  }

  /**
   * Those who move from one grade to another, or stay.
   *
   * @param from empty for the ungraded
   * @param to empty for the ungraded
   * @param sums on the scales of the fields
   */
  public record Move(
      Optional<String> from, Optional<String> to, long customers, List<BigInteger> sums) {}

  /**
   * The size of a grade now and with the draft.
   *
   * @param grade empty for the ungraded
   */
  public record Size(Optional<String> grade, long before, long after) {}

  /**
   * Counts one customer; {@link Classifier#UNGRADED} stands for no grade.
   *
   * @param amounts of the fields summed; {@link Inputs#MISSING} counts as 0
   */
  public void add(int from, int to, long... amounts) {
    int cell = cell(from, to);
    customers[cell]++;
    for (int i = 0; i < sums; i++) {
      if (amounts[i] != Inputs.MISSING) {
        totals[cell * sums + i].add(amounts[i]);
      }
    }
  }

  /** Adds what was counted elsewhere, over the same grades and fields. */
  public void add(WhatIf other) {
    Arrays.setAll(customers, cell -> customers[cell] + other.customers[cell]);
    for (int i = 0; i < totals.length; i++) {
      totals[i].add(other.totals[i]);
    }
  }

  /** The moves that somebody makes, staying included: in the order of grades, ungraded first. */
  public List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    for (int from = -1; from < before.size(); from++) {
      for (int to = -1; to < after.size(); to++) {
        int cell = cell(from, to);
        if (customers[cell] > 0) {
          List<BigInteger> sum =
              Arrays.stream(totals, cell * sums, (cell + 1) * sums).map(Wide::total).toList();
          moves.add(new Move(grade(before, from), grade(after, to), customers[cell], sum));
        }
      }
    }
    return moves;
  }

  /** All grades there are or would be, those of the draft first, the ungraded last. */
  public List<Size> sizes() {
    Set<Optional<String>> grades = new LinkedHashSet<>();
    after.forEach(grade -> grades.add(Optional.of(grade)));
    before.forEach(grade -> grades.add(Optional.of(grade)));
    grades.add(Optional.empty());
    List<Move> moves = moves();
    return grades.stream()
        .map(
            grade ->
                new Size(
                    grade,
                    count(moves.stream().filter(move -> move.from().equals(grade)).toList()),
                    count(moves.stream().filter(move -> move.to().equals(grade)).toList())))
        .toList();
  }

  /** How many customers were counted. */
  public long customers() {
    return count(moves());
  }

  /** How many would get another grade. */
  public long moved() {
    return count(moves().stream().filter(move -> !move.from().equals(move.to())).toList());
  }

  private static long count(List<Move> moves) {
    return moves.stream().mapToLong(Move::customers).sum();
  }

  private static Optional<String> grade(List<String> grades, int grade) {
    return grade < 0 ? Optional.empty() : Optional.of(grades.get(grade));
  }

  private int cell(int from, int to) {
    return (from + 1) * (after.size() + 1) + to + 1;
  }
}
