package dev.winnow.condition;

import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.Condition.Window;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads clauses about what customers did. */
final class DidClauseReader {
  private static final List<String> ENDS = List.of("gte", "gt", "lte", "lt");

  private final ClauseBudget budget;
  private final Faults faults;

  DidClauseReader(ClauseBudget budget, Faults faults) {
    this.budget = budget;
    this.faults = faults;
  }

  /** The clause; empty with faults when it is wrong. */
  Optional<Condition> read(JsonNode json, String at, int depth) {
    String word = json.get("did").asString("");
    Optional<ActivityKind> kind = ActivityKind.of(word);
    if (kind.isEmpty()) {
      faults.add(
          at + "/did", Excerpt.quoted(word) + " is no kind of activity.", ActivityKind.hint(word));
      return Optional.empty();
    }
    boolean right = true;
    Condition where = Condition.EVERYONE;
    if (json.has("where")) {
      Optional<Condition> read =
          ClauseReader.ofActivities(kind.get(), budget, faults)
              .read(json.get("where"), at + "/where", depth + 1);
      where = read.orElse(where);
      right = read.isPresent();
    }
    List<Measure> measures = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      if (json.has(figure.word())) {
        Optional<Measure> measure =
            measure(kind.get(), figure, json.get(figure.word()), at + "/" + figure.word());
        measure.ifPresent(measures::add);
        right &= measure.isPresent();
      }
    }
    Optional<Window> window = window(json, at);
    right &= window.isPresent() == json.has("lookback");
    right &= withoutAnniversaries(where, at + "/where");
    Condition.Did did = new Condition.Did(kind.get(), where, measures, window);
    return right && possible(did, at) ? Optional.of(did) : Optional.empty();
  }

  private boolean withoutAnniversaries(Condition where, String at) {
    boolean right = true;
    for (Clauses.Clause clause : Clauses.of(where, at)) {
      if (clause.condition() instanceof Condition.Anniversary) {
        right = false;
        faults.add(
            clause.pointer() + "/anniversaryWithin",
            "The day of an activity has no anniversaries.",
            "Use gte, gt, lte or lt.");
      }
    }
    return right;
  }

  private Optional<Window> window(JsonNode json, String at) {
    if (!json.has("lookback")) {
      return Optional.empty();
    }
    Optional<Window> window =
        RelativeDates.lookback(json.get("lookback").asString("")).map(lookback -> lookback);
    if (window.isEmpty()) {
      faults.add(
          at + "/lookback",
          "This is not a span of time.",
          "Such as \"90d\", with units d, w, m and y.");
    }
    return window;
  }

  private Optional<Measure> measure(ActivityKind kind, Figure figure, JsonNode json, String at) {
    if (!json.isObject()) {
      faults.add(at, "A measure is a JSON object.", "Such as {\"gte\": 3}.");
      return Optional.empty();
    }
    boolean right = checkKeys(figure, json, at);
    Optional<String> of = of(kind, figure, json, at);
    if (!right || of.isEmpty()) {
      return Optional.empty();
    }
    if (ENDS.stream().noneMatch(json::has)) {
      faults.add(at, "The measure has no range.", "Give at least one of: gte, gt, lte, lt.");
      return Optional.empty();
    }
    Field.Ordered scale = MeasureScales.of(kind, figure, of.get());
    return new RangeReader(faults)
        .read(scale, json, at)
        .flatMap(
            read ->
                read instanceof Condition.Range range
                    ? Optional.of(new Measure(figure, of.get(), range.from(), range.to()))
                    : Optional.empty());
  }

  private boolean checkKeys(Figure figure, JsonNode json, String at) {
    List<String> known = new ArrayList<>(ENDS);
    if (figure != Figure.FIRST && figure != Figure.LAST) {
      known.addFirst("of");
    }
    boolean right = true;
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        right = false;
        faults.add(
            at + Faults.step(key),
            "There is no key " + Excerpt.quoted(key) + " in \"" + figure.word() + "\".",
            Nearest.hint(key, known));
      }
    }
    return right;
  }

  private Optional<String> of(ActivityKind kind, Figure figure, JsonNode json, String at) {
    List<String> attributes = MeasureScales.attributes(kind, figure);
    boolean needed = figure == Figure.SUM || figure == Figure.AVERAGE;
    if (!json.has("of") && !needed) {
      return Optional.of("");
    }
    String of = json.path("of").asString("");
    if (attributes.contains(of)) {
      return Optional.of(of);
    }
    String hint =
        attributes.isEmpty()
            ? "Activities of the kind \"" + kind.word() + "\" have nothing that can be added."
            : Nearest.hint(of, attributes);
    faults.add(
        at + "/of",
        json.has("of")
            ? "There is no \"" + figure.word() + "\" of " + Excerpt.quoted(of) + "."
            : "It is missing what the \"" + figure.word() + "\" is of.",
        hint);
    return Optional.empty();
  }

  /** Reports what no customer can satisfy, and what is no count. */
  private boolean possible(Condition.Did did, String at) {
    boolean possible = true;
    for (Measure measure : did.measures()) {
      String place = at + "/" + measure.figure().word();
      if (measure.figure() == Figure.COUNT && endsBelow(measure, 0)) {
        faults.add(place, "No customer can satisfy this: a count is never less than 0.", "");
        possible = false;
      }
      if (measure.figure() == Figure.COUNT && beginsBelow(measure, 0)) {
        faults.add(place, "A count is never less than 0.", "Begin the range with 0 or more.");
        possible = false;
      }
      if (isDay(measure) && endsBeforeWindow(measure, did.window())) {
        faults.add(
            place,
            "No customer can satisfy this: the range ends before the lookback begins.",
            "Make \"lookback\" longer.");
        possible = false;
      }
      if (measure.figure() == Figure.COUNT
          && endsBelow(measure, 1)
          && did.measures().stream().anyMatch(other -> isDay(other) || isAverage(other))) {
        faults.add(
            at,
            "No customer can satisfy this: of no activities there is no average and no day.",
            "");
        possible = false;
      }
    }
    return possible;
  }

  private static boolean isDay(Measure measure) {
    return measure.figure() == Figure.FIRST || measure.figure() == Figure.LAST;
  }

  private static boolean isAverage(Measure measure) {
    return measure.figure() == Figure.AVERAGE;
  }

  /** Whether only values less than this are in the range. */
  private static boolean endsBelow(Measure measure, long value) {
    return measure.to().stream()
        .anyMatch(
            bound ->
                bound instanceof Condition.Bound.Fixed(long end, boolean inclusive)
                    && (end < value || (end == value && !inclusive)));
  }

  private static boolean beginsBelow(Measure measure, long value) {
    return measure.from().stream()
        .anyMatch(bound -> bound instanceof Condition.Bound.Fixed(long start, _) && start < value);
  }

  private static boolean endsBeforeWindow(Measure measure, Optional<Window> window) {
    return measure.to().isPresent()
        && window.stream()
            .anyMatch(
                span ->
                    span instanceof Window.Lookback lookback
                        && Ranges.surelyEmpty(RelativeDates.before(lookback), measure.to().get()));
  }
}
