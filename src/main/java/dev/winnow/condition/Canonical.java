package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Bound.Fixed;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one form of all conditions that differ only in writing, so that equal questions share a cache
 * entry: groups within like groups are opened, parts and values are sorted and without repetition,
 * double negations and groups of one are removed, constants are folded, and fixed bounds are
 * inclusive. Clauses are never merged or turned into others.
 */
public final class Canonical {
  private Canonical() {}

  /** The canonical form; it is its own canonical form, and satisfied by the same customers. */
  public static Condition of(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> group(parts, true);
      case Condition.Any(List<Condition> parts) -> group(parts, false);
      case Condition.Not(Condition part) -> not(of(part));
      case Condition.In(String field, List<String> values) ->
          values.isEmpty()
              ? Condition.NOBODY
              : new Condition.In(field, values.stream().sorted().distinct().toList());
      case Condition.Range range -> range(range);
      case Condition.Text(String query, List<String> fields) ->
          new Condition.Text(query, fields.stream().sorted().distinct().toList());
      case Condition.Bucket bucket -> bucket(bucket);
      case Condition.Anniversary _, Condition.Exists _, Condition.InSegment _ -> condition;
    };
  }

  private static Condition group(List<Condition> parts, boolean all) {
    Condition absorbing = all ? Condition.NOBODY : Condition.EVERYONE;
    TreeMap<String, Condition> sorted = new TreeMap<>();
    for (Condition written : parts) {
      Condition part = of(written);
      if (part.equals(absorbing)) {
        return absorbing;
      }
      opened(part, all).forEach(each -> sorted.put(StructureKey.of(each), each));
    }
    List<Condition> rest = List.copyOf(sorted.values());
    if (rest.size() == 1) {
      return rest.getFirst();
    }
    return all ? new Condition.All(rest) : new Condition.Any(rest);
  }

  private static List<Condition> opened(Condition part, boolean all) {
    if (all) {
      return part instanceof Condition.All(List<Condition> inner) ? inner : List.of(part);
    }
    return part instanceof Condition.Any(List<Condition> inner) ? inner : List.of(part);
  }

  private static Condition not(Condition part) {
    if (part.equals(Condition.EVERYONE)) {
      return Condition.NOBODY;
    }
    if (part.equals(Condition.NOBODY)) {
      return Condition.EVERYONE;
    }
    return part instanceof Condition.Not(Condition inner) ? inner : new Condition.Not(part);
  }

  private static Condition range(Condition.Range range) {
    boolean nothing =
        range.from().filter(new Fixed(Long.MAX_VALUE, false)::equals).isPresent()
            || range.to().filter(new Fixed(Long.MIN_VALUE, false)::equals).isPresent();
    Optional<Bound> from = range.from().map(bound -> inclusive(bound, 1));
    Optional<Bound> to = range.to().map(bound -> inclusive(bound, -1));
    nothing |= from.isPresent() && to.isPresent() && Ranges.surelyEmpty(from.get(), to.get());
    return nothing ? Condition.NOBODY : new Condition.Range(range.field(), from, to);
  }

  private static Bound inclusive(Bound bound, int inwards) {
    return switch (bound) {
      case Fixed(long value, boolean inclusive) ->
          new Fixed(inclusive ? value : value + inwards, true);
      case Bound.Relative relative -> relative;
    };
  }

  private static Condition bucket(Condition.Bucket bucket) {
    if (bucket.from() >= bucket.to()) {
      return Condition.NOBODY;
    }
    boolean whole = bucket.from() <= 0 && bucket.to() >= Buckets.COUNT;
    return whole ? Condition.EVERYONE : bucket;
  }
}
