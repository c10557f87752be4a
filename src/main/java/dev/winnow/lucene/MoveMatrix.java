package dev.winnow.lucene;

import dev.winnow.engine.WhatIfAnswer.Move;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers and sums for each pair of value numbers, from and to. Serves one thread. */
final class MoveMatrix {
  private final int sums;
  private Cell[][] rows = {};

  /** One pair. A sum is kept in two halves, so that it cannot overflow. */
  static final class Cell {
    private final long[] low;
    private final long[] high;
    private long customers;

    private Cell(int sums) {
      low = new long[sums];
      high = new long[sums];
    }

    /** Counts a customer. */
    void count() {
      customers++;
    }

    /** Adds to one of the sums. */
    void add(int sum, long amount) {
      low[sum] += amount & 0xffff_ffffL;
      high[sum] += amount >> Integer.SIZE;
    }

    private void add(Cell other) {
      customers += other.customers;
      for (int i = 0; i < low.length; i++) {
        low[i] += other.low[i];
        high[i] += other.high[i];
      }
    }

    private List<BigInteger> sums() {
      List<BigInteger> exact = new ArrayList<>();
      for (int i = 0; i < low.length; i++) {
        exact.add(
            BigInteger.valueOf(high[i]).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low[i])));
      }
      return exact;
    }
  }

  /**
   * @param sums how many fields are added up
   */
  MoveMatrix(int sums) {
    this.sums = sums;
  }

  Cell cell(int from, int to) {
    if (from >= rows.length) {
      int known = rows.length;
      rows = Arrays.copyOf(rows, from + 16);
      Arrays.fill(rows, known, rows.length, new Cell[0]);
    }
    if (to >= rows[from].length) {
      rows[from] = Arrays.copyOf(rows[from], to + 1);
    }
    @Nullable Cell cell = rows[from][to];
    if (cell == null) {
      cell = new Cell(sums);
      rows[from][to] = cell;
    }
    return cell;
  }

  void add(MoveMatrix other) {
    for (int from = 0; from < other.rows.length; from++) {
      for (int to = 0; to < other.rows[from].length; to++) {
        @Nullable Cell cell = other.rows[from][to];
        if (cell != null) {
          cell(from, to).add(cell);
        }
      }
    }
  }

  /** All pairs that were counted. */
  List<Move> moves(ValueDictionary.Values values) {
    List<Move> moves = new ArrayList<>();
    for (int from = 0; from < rows.length; from++) {
      for (int to = 0; to < rows[from].length; to++) {
        @Nullable Cell cell = rows[from][to];
        if (cell != null && cell.customers > 0) {
          moves.add(new Move(values.text(from), values.text(to), cell.customers, cell.sums()));
        }
      }
    }
    return moves;
  }
}
