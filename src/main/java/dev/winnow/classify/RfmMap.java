package dev.winnow.classify;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Schema;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The heat map of an RFM rule: how many customers have each pair of scores for recency and
 * frequency, and their monetary value. Not safe for use by several threads; parts can be added up.
 */
public final class RfmMap {
  private final RfmClassifier classifier;
  private final RfmConditions conditions;
  private final int best;
  private final int monetary;
  private final long[][][] customers;
  private final Wide[][] sums;

  public RfmMap(Rule.Rfm rule, CutPoints points, Schema schema, LocalDate asOf) {
    RfmScores scores = new RfmScores(rule, points, schema, asOf);
    classifier = new RfmClassifier(rule, scores);
    conditions = new RfmConditions(rule, scores);
    best = rule.scores();
    monetary = rule.inputs().indexOf(rule.monetary().field());
    customers = new long[best + 1][best + 1][rule.grades().size() + 1];
    sums = new Wide[best + 1][best + 1];
    for (Wide[] row : sums) {
      for (int f = 0; f <= best; f++) {
        row[f] = new Wide();
      }
    }
  }

  /**
   * A pair of scores.
   *
   * @param customers with all of the rule's fields
   * @param sum of their monetary value, on its field's scale
   * @param segment the grade that most of them have; empty for none
   * @param condition satisfied by just these; empty when ties are broken by number, which no
   *     condition can say
   */
  public record Cell(
      int r,
      int f,
      long customers,
      BigInteger sum,
      Optional<String> segment,
      Optional<Condition> condition) {}

  /**
   * Counts one customer.
   *
   * @param customer whose inputs are those of the rule
   */
  public void add(Inputs customer) {
    RfmScores scores = classifier.scores();
    if (scores.complete(customer)) {
      int r = scores.r(customer);
      int f = scores.f(customer);
      customers[r][f][1 + classifier.of(r, f, scores.m(customer))]++;
      sums[r][f].add(customer.amount(monetary));
    }
  }

  /** Adds what was counted elsewhere, for the same rule. */
  public void add(RfmMap other) {
    for (int r = 1; r <= best; r++) {
      for (int f = 1; f <= best; f++) {
        sums[r][f].add(other.sums[r][f]);
        for (int i = 0; i < customers[r][f].length; i++) {
          customers[r][f][i] += other.customers[r][f][i];
        }
      }
    }
  }

  /** All pairs of scores, by recency and then frequency, from 1 up. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int r = 1; r <= best; r++) {
      for (int f = 1; f <= best; f++) {
        cells.add(cell(r, f));
      }
    }
    return cells;
  }

  private Cell cell(int r, int f) {
    long[] bySegment = customers[r][f];
    long count = 0;
    int most = 0;
    for (int i = 0; i < bySegment.length; i++) {
      count += bySegment[i];
      most = bySegment[i] > bySegment[most] ? i : most;
    }
    Optional<String> segment =
        most == 0 ? Optional.empty() : Optional.of(classifier.grades().get(most - 1));
    return new Cell(r, f, count, sums[r][f].total(), segment, conditions.of(r, f));
  }
}
