package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Bound.Fixed;
import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.Condition.Window.Days;
import java.util.Comparator;
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
      case Condition.Did did -> did(did);
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
    return nothing(range.from(), range.to())
        ? Condition.NOBODY
        : new Condition.Range(
            range.field(),
            range.from().map(bound -> inclusive(bound, 1)),
            range.to().map(bound -> inclusive(bound, -1)));
  }

  private static boolean nothing(Optional<Bound> from, Optional<Bound> to) {
    return from.filter(new Fixed(Long.MAX_VALUE, false)::equals).isPresent()
        || to.filter(new Fixed(Long.MIN_VALUE, false)::equals).isPresent()
        || (from.isPresent() && to.isPresent() && Ranges.surelyEmpty(from.get(), to.get()));
  }

  private static boolean nothing(Measure measure) {
    return measure.figure() == Figure.AVERAGE
        ? measure.from().stream()
            .anyMatch(from -> measure.to().stream().anyMatch(to -> reversed(from, to)))
        : nothing(measure.from(), measure.to());
  }

  private static boolean reversed(Bound from, Bound to) {
    return from instanceof Fixed(long start, boolean startInclusive)
        && to instanceof Fixed(long end, boolean endInclusive)
        && (start > end || (start == end && !(startInclusive && endInclusive)));
  }

  private static Condition did(Condition.Did did) {
    if (did.measures().stream().anyMatch(Canonical::nothing)) {
      return Condition.NOBODY;
    }
    Condition where = of(did.where());
    boolean never =
        where.equals(Condition.NOBODY)
            || did.window().stream()
                .anyMatch(window -> window instanceof Days(long from, long to) && from >= to);
    if (never) {
      return did.satisfiedByNone() ? Condition.EVERYONE : Condition.NOBODY;
    }
    List<Measure> measures =
        did.measures().stream()
            .map(Canonical::measure)
            .distinct()
            .sorted(Comparator.comparing(StructureKey::of))
            .toList();
    return new Condition.Did(did.kind(), where, measures, did.window());
  }

  /** An average lies between the points of its scale as well, so its ends stay as they are. */
  private static Measure measure(Measure measure) {
    return measure.figure() == Figure.AVERAGE
        ? measure
        : new Measure(
            measure.figure(),
            measure.of(),
            measure.from().map(bound -> inclusive(bound, 1)),
            measure.to().map(bound -> inclusive(bound, -1)));
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
