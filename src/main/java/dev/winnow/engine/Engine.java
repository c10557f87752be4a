package dev.winnow.engine;

import dev.winnow.classify.Grading;
import dev.winnow.classify.Population;
import dev.winnow.condition.Condition;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers questions about customers, exactly. All conditions passed in are resolved. Safe for use
 * by many threads; every call sees all writes acknowledged before it.
 */
public interface Engine extends AutoCloseable {
  /** One screen: total, facet counts and a page of customers, all from the same point in time. */
  Answer search(Question question);

  /** Whether any customer has a value of an ordered field; costs nothing when none has. */
  boolean hasAny(String field);

  /** How many customers satisfy each condition, all at the same point in time. */
  List<Long> counts(List<Condition> conditions);

  Optional<StoredCustomer> get(String id);

  /** For each condition whether the customer satisfies it; empty when there is no such customer. */
  Optional<List<Boolean>> evaluate(String id, List<Condition> conditions);

  /**
   * For each condition which of the customers satisfy it: bit i for the i-th id. An id that is no
   * customer satisfies nothing. Costs grow with the customers asked about, not with all. Conditions
   * may share a set, so do not change them.
   */
  List<BitSet> memberships(List<String> ids, List<Condition> conditions);

  /** Customers whose searched fields begin to match what has been typed, best first. */
  List<Hit> suggest(String typed, Condition scope, int limit);

  /** The rules by which customers are graded now. */
  Grading grading();

  /**
   * Grades all customers anew. Questions and writes go on meanwhile; every question is answered
   * under the one grading or under the other, and those asked after the return under the new one.
   *
   * @param progress in customers
   */
  void regrade(Grading grading, Progress progress);

  /** Works on all customers at one point in time; the population means nothing afterwards. */
  <T> T ofAll(Function<Population, T> work);

  /** What would change if customers were graded otherwise; nothing does. */
  WhatIfAnswer whatIf(WhatIf question);

  /** Freezes the present state for reading lists from; to be closed by the caller. */
  Snapshot snapshot();

  @Override
  void close();
}
