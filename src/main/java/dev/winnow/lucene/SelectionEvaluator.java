package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.lucene.util.FixedBitSet;

/**
 * Evaluates many conditions on a few chosen customers, as membership does after a change: each
 * clause is a few words of bits, one for each customer. A value that a customer has leads to the
 * clauses that ask for it, an amount is looked up by two binary searches, and groups are bit
 * algebra from the bottom up, however many conditions there are.
 */
final class SelectionEvaluator extends Evaluation {
  private static final int[] NOBODY_ASKS = {};

  private final Columns columns;

  SelectionEvaluator(Schema schema, Columns columns, KeywordQuery keywords) {
    super(schema, columns, keywords);
    this.columns = columns;
  }

  /**
   * Which of the chosen satisfy each clause and group, by its number: as many words of bits as the
   * chosen take. Missing customers may be among them.
   */
  long[] evaluate(CompiledConditions conditions, SelectedCustomers chosen) throws IOException {
    int words = FixedBitSet.bits2words(chosen.size());
    long[] sets = new long[conditions.size() * words];
    conditions.byValue().forEach((field, clauses) -> lookUp(field, clauses, chosen, sets));
    for (var entry : conditions.ranges().entrySet()) {
      SortedAmounts amounts = chosen.sorted(entry.getKey());
      for (CompiledConditions.Range range : entry.getValue()) {
        amounts.between(range.from(), range.to(), sets, range.clause() * words);
      }
    }
    for (CompiledConditions.Single other : conditions.others()) {
      or(part(chosen, other.condition()).getBits(), sets, other.clause() * words, words);
    }
    combine(conditions.program(), sets, words);
    return sets;
  }

  /**
   * The conditions that a few chosen customers satisfy: a set of conditions for each customer. Time
   * goes with the clauses that hold for each of them and not with all conditions, so this is the
   * quicker way as long as they are few. Missing customers may be among them.
   */
  FixedBitSet[] oneByOne(CompiledConditions conditions, SelectedCustomers chosen)
      throws IOException {
    FixedBitSet[] clauses = new FixedBitSet[chosen.size()];
    Arrays.setAll(clauses, _ -> new FixedBitSet(conditions.size()));
    conditions.byValue().forEach((field, asking) -> lookUp(field, asking, chosen, clauses));
    for (var entry : conditions.ranges().entrySet()) {
      chosen.forEachAmount(
          entry.getKey(), (i, amount) -> mark(entry.getValue(), amount, clauses[i]));
    }
    for (CompiledConditions.Single other : conditions.others()) {
      FixedBitSet satisfying = part(chosen, other.condition());
      for (int i = 0; i < clauses.length; i++) {
        if (satisfying.get(i)) {
          clauses[i].set(other.clause());
        }
      }
    }
    FixedBitSet[] satisfied = new FixedBitSet[clauses.length];
    Arrays.setAll(satisfied, i -> conditions.network().satisfied(clauses[i]));
    return satisfied;
  }

  private void lookUp(
      Field field, Map<String, int[]> asking, SelectedCustomers chosen, FixedBitSet[] clauses) {
    forEachAsked(
        field,
        asking,
        chosen,
        (asked, having) -> {
          for (int i = 0; i < clauses.length; i++) {
            if (having.get(i)) {
              for (int clause : asked) {
                clauses[i].set(clause);
              }
            }
          }
        });
  }

  private static void mark(
      List<CompiledConditions.Range> ranges, long amount, FixedBitSet clauses) {
    for (CompiledConditions.Range range : ranges) {
      if (range.from() > amount) {
        return;
      }
      if (amount <= range.to()) {
        clauses.set(range.clause());
      }
    }
  }

  @Override
  FixedBitSet part(Documents documents, Condition condition) throws IOException {
    return compute(documents, condition);
  }

  private void lookUp(
      Field field, Map<String, int[]> asking, SelectedCustomers chosen, long[] sets) {
    int words = FixedBitSet.bits2words(chosen.size());
    forEachAsked(
        field,
        asking,
        chosen,
        (asked, having) -> {
          for (int clause : asked) {
            or(having.getBits(), sets, clause * words, words);
          }
        });
  }

  /** Hands over the clauses that ask for a value, and the chosen that have it. */
  private void forEachAsked(
      Field field,
      Map<String, int[]> asking,
      SelectedCustomers chosen,
      BiConsumer<int[], FixedBitSet> use) {
    String[] texts = columns.dictionary(field).values().texts();
    chosen
        .byValue(field)
        .forEach(
            (value, having) -> {
              if (value != ValueDictionary.NONE) {
                use.accept(asking.getOrDefault(texts[value], NOBODY_ASKS), having);
              }
            });
  }

  private static void combine(int[] program, long[] sets, int words) {
    for (int at = 0; at < program.length; ) {
      int operator = program[at];
      int group = program[at + 1] * words;
      int first = at + 3;
      int end = first + program[at + 2];
      for (int word = 0; word < words; word++) {
        sets[group + word] =
            switch (operator) {
              case CompiledConditions.ALL -> all(program, first, end, sets, words, word);
              case CompiledConditions.ANY -> any(program, first, end, sets, words, word);
              default -> ~sets[program[first] * words + word];
            };
      }
      at = end;
    }
  }

  /** One word of the intersection of a group's parts. */
  private static long all(int[] program, int from, int to, long[] sets, int words, int word) {
    long set = -1;
    for (int i = from; i < to && set != 0; i++) {
      set &= sets[program[i] * words + word];
    }
    return set;
  }

  /** One word of the union of a group's parts. */
  private static long any(int[] program, int from, int to, long[] sets, int words, int word) {
    long set = 0;
    for (int i = from; i < to && set != -1; i++) {
      set |= sets[program[i] * words + word];
    }
    return set;
  }

  private static void or(long[] set, long[] sets, int at, int words) {
    for (int word = 0; word < words; word++) {
      sets[at + word] |= set[word];
    }
  }
}
