package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Replaces what a written condition leaves open: relative dates by days, references to segments by
 * the segments' conditions.
 */
public final class ConditionResolver {
  /** Clauses after all segments are put in; more would make every evaluation slow. */
  public static final int MAX_CLAUSES = 10_000;

  /** Segments that refer to segments that refer to segments, … */
  public static final int MAX_REFERENCES = 16;

  private final Function<String, Optional<Condition>> segments;

  /**
   * @param segments the written condition of a segment by its id
   */
  public ConditionResolver(Function<String, Optional<Condition>> segments) {
    this.segments = segments;
  }

  /** {@link #resolve(Condition, LocalDate, String)} for a condition that is a body of its own. */
  public Condition resolve(Condition condition, LocalDate today) {
    return resolve(condition, today, "");
  }

  /**
   * The condition in canonical form, without relative dates and references.
   *
   * @param pointer of the condition in the body, for faults
   * @throws WinnowException {@code SEGMENT_NOT_FOUND}, {@code SEGMENT_CYCLE} with the cycle, or
   *     {@code INVALID_CONDITION} when it becomes too large
   */
  public Condition resolve(Condition condition, LocalDate today, String pointer) {
    Run run = new Run(today);
    Condition resolved = run.resolve(condition, pointer);
    WinnowException.throwIfAny(ProblemCode.SEGMENT_NOT_FOUND, run.unknown);
    return Canonical.of(resolved);
  }

  /** The ids of the segments to which the condition itself refers, in alphabetical order. */
  public static Set<String> references(Condition condition) {
    Set<String> ids = new TreeSet<>();
    for (Clauses.Clause clause : Clauses.of(condition, "")) {
      if (clause.condition() instanceof Condition.InSegment(String id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private final class Run {
    private final LocalDate today;
    private final List<Fault> unknown = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int clauses;

    Run(LocalDate today) {
      this.today = today;
    }

    Condition resolve(Condition condition, String at) {
      clauses++;
      if (clauses > MAX_CLAUSES) {
        throw tooLarge(at, "has more than " + MAX_CLAUSES + " clauses");
      }
      return switch (condition) {
        case Condition.All(List<Condition> parts) ->
            new Condition.All(resolve(parts, below(at, "/all/")));
        case Condition.Any(List<Condition> parts) ->
            new Condition.Any(resolve(parts, below(at, "/any/")));
        case Condition.Not(Condition part) -> new Condition.Not(resolve(part, below(at, "/not")));
        case Condition.Range(String field, Optional<Bound> from, Optional<Bound> to) ->
            new Condition.Range(field, from.map(this::fixed), to.map(this::fixed));
        case Condition.Anniversary(String field, Optional<Long> from, int days) ->
            new Condition.Anniversary(field, Optional.of(from.orElse(today.toEpochDay())), days);
        case Condition.InSegment(String id) -> segment(id, at);
        case Condition.Did did ->
            new Condition.Did(
                did.kind(),
                resolve(did.where(), below(at, "/where")),
                did.measures().stream().map(this::fixed).toList(),
                did.window().map(window -> RelativeDates.resolve(window, today)));
        case Condition.In _, Condition.Exists _, Condition.Text _, Condition.Bucket _ -> condition;
      };
    }

    private List<Condition> resolve(List<Condition> parts, String at) {
      List<Condition> resolved = new ArrayList<>(parts.size());
      for (int i = 0; i < parts.size(); i++) {
        resolved.add(resolve(parts.get(i), below(at, Integer.toString(i))));
      }
      return resolved;
    }

    /** Within a segment, faults keep pointing at the reference in the body. */
    private String below(String at, String step) {
      return path.isEmpty() ? at + step : at;
    }

    private Measure fixed(Measure measure) {
      return new Measure(
          measure.figure(),
          measure.of(),
          measure.from().map(this::fixed),
          measure.to().map(this::fixed));
    }

    private Bound fixed(Bound bound) {
      return switch (bound) {
        case Bound.Fixed fixed -> fixed;
        case Bound.Relative relative ->
            new Bound.Fixed(RelativeDates.resolve(relative, today), relative.inclusive());
      };
    }

    private Condition segment(String id, String at) {
      String reference = path.isEmpty() ? at + "/segment" : at;
      if (path.contains(id)) {
        String cycle = String.join(" → ", path.subList(path.indexOf(id), path.size())) + " → " + id;
        throw new WinnowException(
            ProblemCode.SEGMENT_CYCLE,
            List.of(Fault.at(reference, "Segments form a circle: " + cycle)));
      }
      if (path.size() == MAX_REFERENCES) {
        throw tooLarge(
            reference, "refers to segments through more than " + MAX_REFERENCES + " others");
      }
      Optional<Condition> condition = segments.apply(id);
      if (condition.isEmpty()) {
        String origin =
            path.isEmpty() ? "." : ", to which " + Excerpt.quoted(path.getLast()) + " refers.";
        unknown.add(Fault.at(reference, "There is no segment " + Excerpt.quoted(id) + origin));
        return Condition.NOBODY;
      }
      path.add(id);
      Condition resolved = resolve(condition.get(), reference);
      path.removeLast();
      return resolved;
    }

    private static WinnowException tooLarge(String at, String how) {
      return new WinnowException(
          ProblemCode.INVALID_CONDITION,
          List.of(new Fault(at, "With its segments the condition " + how + ".", "Simplify it.")));
    }
  }
}
