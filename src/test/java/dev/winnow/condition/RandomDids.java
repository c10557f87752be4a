package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.DateUnit;
import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.Condition.Window;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Clauses about activities as written, over values that {@link
 * dev.winnow.activity.RandomActivities} have. There are no keyword queries among them.
 */
public final class RandomDids {
  private static final List<String> PURCHASED = List.of("Bikes", "Helmets", "鞋", "p1", "p2", "o1");

  private final Random random;

  public RandomDids(Random random) {
    this.random = random;
  }

  /** A clause; half of them only ask whether something happened. */
  public Condition.Did next() {
    ActivityKind kind = pick(List.of(ActivityKind.values()));
    Optional<Window> window =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                new Window.Lookback(1 + random.nextInt(20), pick(List.of(DateUnit.values()))));
    List<Measure> measures = new ArrayList<>();
    if (random.nextBoolean()) {
      measures.add(measure(kind, pick(figures(kind)), window));
      if (random.nextInt(3) == 0) {
        Measure other = measure(kind, pick(figures(kind)), window);
        boolean another = other.figure() != measures.getFirst().figure();
        if (another && lasts(other) == lasts(measures.getFirst())) {
          measures.add(other);
        }
      }
    }
    return new Condition.Did(
        kind,
        where(kind),
        measures.stream().sorted((a, b) -> a.figure().compareTo(b.figure())).toList(),
        window);
  }

  /** Whether the measure holds of something only. */
  private static boolean lasts(Measure measure) {
    return measure.figure() != Figure.COUNT;
  }

  private static List<Figure> figures(ActivityKind kind) {
    return kind == ActivityKind.INTERACTION
        ? List.of(Figure.COUNT, Figure.FIRST, Figure.LAST)
        : List.of(Figure.values());
  }

  private Measure measure(ActivityKind kind, Figure figure, Optional<Window> window) {
    List<String> attributes = MeasureScales.attributes(kind, figure);
    String of =
        switch (figure) {
          case COUNT -> random.nextInt(3) == 0 ? pick(attributes) : "";
          case SUM, AVERAGE -> pick(attributes);
          case FIRST, LAST -> "";
        };
    while (true) {
      int ends = random.nextInt(3);
      Optional<Bound> from = ends == 1 ? Optional.empty() : Optional.of(end(figure, of, false));
      Optional<Bound> to = ends == 0 ? Optional.empty() : Optional.of(end(figure, of, true));
      boolean possible =
          from.isEmpty() || to.isEmpty() || !Ranges.surelyEmpty(from.get(), to.get());
      boolean inWindow =
          to.isEmpty()
              || window.stream()
                  .noneMatch(
                      span ->
                          span instanceof Window.Lookback lookback
                              && Ranges.surelyEmpty(RelativeDates.before(lookback), to.get()));
      if (possible && (inWindow || !(figure == Figure.FIRST || figure == Figure.LAST))) {
        return new Measure(figure, of, from, to);
      }
    }
  }

  private Bound end(Figure figure, String of, boolean upper) {
    boolean inclusive = random.nextBoolean();
    return switch (figure) {
      case COUNT -> new Bound.Fixed(random.nextInt(4), inclusive || upper);
      case SUM, AVERAGE -> new Bound.Fixed(amount(of), inclusive);
      case FIRST, LAST ->
          random.nextBoolean()
              ? new Bound.Fixed(ConditionCases.TODAY.toEpochDay() - random.nextInt(400), inclusive)
              : new Bound.Relative(-1 - random.nextInt(12), DateUnit.MONTH, inclusive);
    };
  }

  private long amount(String of) {
    return of.equals("score") ? random.nextInt(10) : random.nextInt(-20, 60) * 10_000L / 3;
  }

  private Condition where(ActivityKind kind) {
    return switch (random.nextInt(4)) {
      case 0 -> Condition.EVERYONE;
      case 1 -> new Condition.Not(clause(kind));
      case 2 -> new Condition.Any(IntStream.range(0, 2).mapToObj(_ -> clause(kind)).toList());
      default -> clause(kind);
    };
  }

  private Condition clause(ActivityKind kind) {
    List<Field> fields = List.copyOf(kind.attributes().fields().values());
    Field field = pick(fields);
    return switch (field) {
      case Field.Keyword keyword when !keyword.values().isEmpty() ->
          new Condition.In(field.name(), List.of(pick(keyword.values()).value()));
      case Field.Bool _ ->
          new Condition.In(field.name(), List.of(String.valueOf(random.nextBoolean())));
      case Field.Text _ -> new Condition.Exists(field.name(), random.nextBoolean());
      case Field.Worded _ -> new Condition.In(field.name(), List.of(pick(PURCHASED)));
      case Field.Date _ ->
          new Condition.Range(
              field.name(),
              Optional.of(
                  new Bound.Relative(-random.nextInt(1, 400), DateUnit.DAY, random.nextBoolean())),
              Optional.empty());
      case Field.Ordered _ ->
          new Condition.Range(
              field.name(),
              Optional.of(new Bound.Fixed(amount(field.name()), random.nextBoolean())),
              Optional.empty());
    };
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
