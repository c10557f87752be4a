package dev.winnow.lucene;

import dev.winnow.condition.Canonical;
import dev.winnow.condition.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A question taken apart for disjunctive counting: the filters of single facets, each of which that
 * facet's own counts leave out, and the base that holds for all.
 *
 * @param base everything that is no filter of a requested facet
 * @param filters by field, each the conjunction of the top-level parts that speak of it alone
 */
record FacetFilters(Condition base, SequencedMap<String, Condition> filters) {

  /** Splits a resolved condition's top level by the facets whose counts are wanted. */
  static FacetFilters split(Condition condition, Collection<String> facets) {
    List<Condition> parts =
        condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
    List<Condition> base = new ArrayList<>();
    SequencedMap<String, List<Condition>> own = new LinkedHashMap<>();
    for (Condition part : parts) {
      subject(part)
          .filter(facets::contains)
          .ifPresentOrElse(
              field -> own.computeIfAbsent(field, _ -> new ArrayList<>()).add(part),
              () -> base.add(part));
    }
    SequencedMap<String, Condition> filters = new LinkedHashMap<>();
    for (Map.Entry<String, List<Condition>> entry : own.entrySet()) {
      filters.put(entry.getKey(), Canonical.of(new Condition.All(entry.getValue())));
    }
    return new FacetFilters(Canonical.of(new Condition.All(base)), filters);
  }

  /** The one field a condition speaks of, if it is one. */
  private static Optional<String> subject(Condition condition) {
    return switch (condition) {
      case Condition.In in -> Optional.of(in.field());
      case Condition.Range range -> Optional.of(range.field());
      case Condition.Exists exists -> Optional.of(exists.field());
      case Condition.Anniversary anniversary -> Optional.of(anniversary.field());
      case Condition.Not(Condition part) -> subject(part);
      case Condition.All(List<Condition> parts) -> common(parts);
      case Condition.Any(List<Condition> parts) -> common(parts);
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _ -> Optional.empty();
      case Condition.Did _ -> Optional.empty();
    };
  }

  private static Optional<String> common(List<Condition> parts) {
    List<Optional<String>> subjects = parts.stream().map(FacetFilters::subject).distinct().toList();
    return subjects.size() == 1 ? subjects.getFirst() : Optional.empty();
  }
}
