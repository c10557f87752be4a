package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many resolved conditions made ready for a few customers at a time. Every distinct clause and
 * group of them has a number, parts before the groups they are in, and is evaluated once however
 * many conditions share it. Clauses that ask for values of a facet are found by value, so that
 * those for which no chosen customer qualifies are never looked at; the ranges of a field stand
 * side by side. For one customer at a time there is a {@link ConditionNetwork}. Immutable.
 */
final class CompiledConditions {
  static final int ALL = 0;
  static final int ANY = 1;
  static final int NOT = 2;
  private static final int[] NONE = {};
  private static final double ELSE = 0.5;

  private final List<Condition> conditions;
  private final Schema schema;
  private final Map<Condition, Integer> numbers = new HashMap<>();
  private final Map<Field, Map<String, int[]>> byValue = new HashMap<>();
  private final Map<Field.Ordered, List<Range>> ranges = new HashMap<>();
  private final List<Single> others = new ArrayList<>();
  private final int[] roots;
  private final ConditionNetwork network;
  private int[] program = new int[256];
  private int programLength;

  /** A range clause, both ends inclusive. */
  record Range(int clause, long from, long to) {}

  /** A clause of any other kind. */
  record Single(int clause, Condition condition) {}

  CompiledConditions(List<Condition> conditions, Schema schema) {
    this.conditions = List.copyOf(conditions);
    this.schema = schema;
    roots = this.conditions.stream().mapToInt(this::number).toArray();
    program = Arrays.copyOf(program, programLength);
    ranges.values().forEach(each -> each.sort(Comparator.comparingLong(Range::from)));
    network = new ConditionNetwork(program, roots, likely());
  }

  /**
   * Whether these are the conditions compiled here. Quick when they are the same objects, at once
   * when they are in the same immutable list.
   */
  @SuppressWarnings("ReferenceEquality")
  boolean are(List<Condition> asked) {
    if (asked == conditions) {
      return true;
    }
    if (asked.size() != conditions.size()) {
      return false;
    }
    int i = 0;
    for (Condition condition : asked) {
      Condition known = conditions.get(i++);
      if (condition != known && !condition.equals(known)) {
        return false;
      }
    }
    return true;
  }

  /** How clauses decide about the conditions, for one customer after another. */
  ConditionNetwork network() {
    return network;
  }

  /** How many clauses and groups there are. */
  int size() {
    return numbers.size();
  }

  /** The number of a whole condition. */
  int root(int condition) {
    return roots[condition];
  }

  int conditions() {
    return roots.length;
  }

  /** By facet and value, the clauses that ask for the value or, in a tree, exactly that node. */
  Map<Field, Map<String, int[]>> byValue() {
    return byValue;
  }

  /** The ranges of each field, in the order of their lower ends. */
  Map<Field.Ordered, List<Range>> ranges() {
    return ranges;
  }

  List<Single> others() {
    return others;
  }

  /**
   * The groups, each as {@link #ALL}, {@link #ANY} or {@link #NOT}, its number, how many parts it
   * has, and their numbers.
   */
  int[] program() {
    return program;
  }

  /**
   * How likely each clause is to hold, roughly: of a facet, the share of the values asked for by
   * any clause; of all else, about every other time.
   */
  private double[] likely() {
    double[] likely = new double[numbers.size()];
    for (Map<String, int[]> clauses : byValue.values()) {
      clauses
          .values()
          .forEach(asking -> Arrays.stream(asking).forEach(i -> likely[i] += 1.0 / clauses.size()));
    }
    ranges.values().forEach(all -> all.forEach(range -> likely[range.clause()] = ELSE));
    others.forEach(other -> likely[other.clause()] = ELSE);
    return likely;
  }

  private int number(Condition condition) {
    Integer known = numbers.get(condition);
    if (known != null) {
      return known;
    }
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> group(condition, ALL, parts);
      case Condition.Any(List<Condition> parts) -> group(condition, ANY, parts);
      case Condition.Not(Condition part) -> group(condition, NOT, List.of(part));
      case Condition.In in when CustomerDocuments.hasColumn(Evaluation.field(schema, in.field())) ->
          in(in);
      case Condition.Range range -> {
        int clause = fresh(range);
        ranges
            .computeIfAbsent(Evaluation.ordered(schema, range.field()), _ -> new ArrayList<>())
            .add(new Range(clause, Evaluation.from(range), Evaluation.to(range)));
        yield clause;
      }
      case Condition.In _, Condition.Exists _, Condition.Text _, Condition.Did _ ->
          other(condition);
      case Condition.Anniversary _, Condition.Bucket _, Condition.InSegment _ -> other(condition);
    };
  }

  private int group(Condition group, int operator, List<Condition> parts) {
    int[] entry = new int[3 + parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      entry[3 + i] = number(parts.get(i));
    }
    int number = fresh(group);
    entry[0] = operator;
    entry[1] = number;
    entry[2] = parts.size();
    if (programLength + entry.length > program.length) {
      program = Arrays.copyOf(program, Math.max(program.length * 2, programLength + entry.length));
    }
    System.arraycopy(entry, 0, program, programLength, entry.length);
    programLength += entry.length;
    return number;
  }

  private int in(Condition.In in) {
    int clause = fresh(in);
    Map<String, int[]> clauses =
        byValue.computeIfAbsent(Evaluation.field(schema, in.field()), _ -> new HashMap<>());
    for (String value : in.values()) {
      int[] before = clauses.getOrDefault(value, NONE);
      int[] longer = Arrays.copyOf(before, before.length + 1);
      longer[before.length] = clause;
      clauses.put(value, longer);
    }
    return clause;
  }

  private int other(Condition condition) {
    int clause = fresh(condition);
    others.add(new Single(clause, condition));
    return clause;
  }

  private int fresh(Condition condition) {
    int number = numbers.size();
    numbers.put(condition, number);
    return number;
  }
}
