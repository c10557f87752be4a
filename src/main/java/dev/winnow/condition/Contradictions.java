package dev.winnow.condition;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds clauses of one {@code all} that no customer can satisfy together. */
final class Contradictions {
  /** A clause and where it stands. */
  record Part(String pointer, Condition condition) {}

  private record RangeAt(String pointer, Condition.Range range) {}

  private final Schema schema;
  private final Faults faults;
  private final Map<Condition, String> seen = new HashMap<>();
  private final Map<String, Set<String>> allowed = new HashMap<>();
  private final Map<String, List<RangeAt>> ranges = new HashMap<>();
  private final Map<String, String> withValue = new HashMap<>();
  private final Map<String, String> withoutValue = new HashMap<>();

  private Contradictions(Schema schema, Faults faults) {
    this.schema = schema;
    this.faults = faults;
  }

  static void report(Schema schema, List<Part> parts, Faults faults) {
    Contradictions contradictions = new Contradictions(schema, faults);
    parts.forEach(contradictions::add);
  }

  private void add(Part part) {
    String at = part.pointer;
    Condition opposite =
        part.condition instanceof Condition.Not(Condition inner)
            ? inner
            : new Condition.Not(part.condition);
    if (seen.containsKey(opposite)) {
      conflict(at, seen.get(opposite), "This is the opposite of another clause.");
    }
    seen.putIfAbsent(part.condition, at);
    switch (part.condition) {
      case Condition.In in -> {
        value(in.field(), at);
        values(in, at);
      }
      case Condition.Range range -> {
        value(range.field(), at);
        range(range, at);
      }
      case Condition.Anniversary anniversary -> value(anniversary.field(), at);
      case Condition.Exists(String field, boolean present) -> {
        if (present) {
          value(field, at);
        } else {
          noValue(field, at);
        }
      }
      case Condition.All _, Condition.Any _, Condition.Not _ -> {}
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _, Condition.Did _ -> {}
    }
  }

  private void value(String field, String at) {
    withValue.putIfAbsent(field, at);
    if (withoutValue.containsKey(field)) {
      conflict(
          at, withoutValue.get(field), Excerpt.quoted(field) + " cannot have a value and none.");
    }
  }

  private void noValue(String field, String at) {
    withoutValue.putIfAbsent(field, at);
    if (withValue.containsKey(field)) {
      conflict(at, withValue.get(field), Excerpt.quoted(field) + " cannot have a value and none.");
    }
  }

  private void values(Condition.In in, String at) {
    Field field = schema.field(in.field()).orElseThrow();
    if (field.multi()) {
      return;
    }
    Set<String> before = allowed.get(in.field());
    Set<String> values = Set.copyOf(in.values());
    Set<String> both = before == null ? values : common(field, before, values);
    if (both.isEmpty()) {
      faults.add(
          at,
          Excerpt.quoted(field.name()) + " has one value, and no value is in all of these lists.",
          "Use one list, or \"any\".");
      allowed.remove(in.field());
    } else {
      allowed.put(in.field(), both);
    }
  }

  private static Set<String> common(Field field, Set<String> a, Set<String> b) {
    Set<String> common = new HashSet<>();
    a.stream().filter(value -> coveredBy(field, value, b)).forEach(common::add);
    b.stream().filter(value -> coveredBy(field, value, a)).forEach(common::add);
    return common;
  }

  private static boolean coveredBy(Field field, String value, Set<String> values) {
    if (values.contains(value)) {
      return true;
    }
    return field instanceof Field.Tree
        && TreePath.parent(value).filter(parent -> coveredBy(field, parent, values)).isPresent();
  }

  private void range(Condition.Range range, String at) {
    List<RangeAt> earlier = ranges.computeIfAbsent(range.field(), _ -> new ArrayList<>());
    earlier.stream()
        .filter(other -> disjoint(range, other.range) || disjoint(other.range, range))
        .findFirst()
        .ifPresent(other -> conflict(at, other.pointer, "The two ranges do not overlap."));
    earlier.add(new RangeAt(at, range));
  }

  private static boolean disjoint(Condition.Range upper, Condition.Range lower) {
    return upper.from().isPresent()
        && lower.to().isPresent()
        && Ranges.surelyEmpty(upper.from().get(), lower.to().get());
  }

  private void conflict(String at, String other, String detail) {
    faults.add(at, "No customer satisfies this together with " + other + ". " + detail, "");
  }
}
