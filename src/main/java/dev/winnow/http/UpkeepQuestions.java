package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.DateUnit;
import dev.winnow.schema.Records;
import dev.winnow.schema.Records.Kind;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked about how well customers are kept. Questions whose record field is not declared are
 * left out.
 *
 * @param days a customer of which nothing was written for longer is stale
 * @param below a customer that is less complete, in per cent, is incomplete
 */
record UpkeepQuestions(Schema schema, int days, int below) {
  private static final List<Integer> PERCENTS = List.of(0, 20, 40, 60, 80, 100);
  private static final List<Integer> AGES = List.of(30, 90, 180, 365, 730);

  /**
   * A question about customers.
   *
   * @param name of the field it is about; may be empty
   * @param from the least per cent or days
   * @param to the per cent or days below which it stays
   * @param among of whom this is asked
   */
  record Asked(
      String name,
      Optional<Integer> from,
      Optional<Integer> to,
      Condition condition,
      Condition among) {
    private static Asked of(Condition condition) {
      return between(Optional.empty(), Optional.empty(), condition);
    }

    private static Asked between(
        Optional<Integer> from, Optional<Integer> to, Condition condition) {
      return new Asked("", from, to, condition, Condition.EVERYONE);
    }
  }

  /** The archived customers. */
  List<Asked> archived() {
    return field(Kind.ARCHIVED).map(field -> Asked.of(new Condition.Exists(field, true))).stream()
        .toList();
  }

  /** The customers whose newest value is older, or of unknown age. */
  List<Asked> stale() {
    return field(Kind.UPDATED)
        .map(
            field ->
                Asked.of(
                    new Condition.Not(
                        new Condition.Range(field, Optional.of(ago(days)), Optional.empty()))))
        .stream()
        .toList();
  }

  List<Asked> incomplete() {
    return field(Kind.COMPLETENESS)
        .map(field -> Asked.of(percents(field, Optional.empty(), Optional.of(below))))
        .stream()
        .toList();
  }

  /** By per cent, ascending; those of 100 apart. */
  List<Asked> completeness() {
    List<Asked> asked = new ArrayList<>();
    field(Kind.COMPLETENESS)
        .ifPresent(
            field -> {
              for (int i = 0; i < PERCENTS.size(); i++) {
                Optional<Integer> from = Optional.of(PERCENTS.get(i));
                Optional<Integer> to =
                    i + 1 < PERCENTS.size() ? Optional.of(PERCENTS.get(i + 1)) : Optional.empty();
                asked.add(Asked.between(from, to, percents(field, from, to)));
              }
            });
    return asked;
  }

  /** By days since the newest value was written, ascending; at the end those of unknown age. */
  List<Asked> age() {
    List<Asked> asked = new ArrayList<>();
    field(Kind.UPDATED)
        .ifPresent(
            field -> {
              for (int i = 0; i <= AGES.size(); i++) {
                Optional<Integer> from = i == 0 ? Optional.of(0) : Optional.of(AGES.get(i - 1));
                Optional<Integer> to =
                    i < AGES.size() ? Optional.of(AGES.get(i)) : Optional.empty();
                asked.add(
                    Asked.between(from, to, ages(field, i == 0 ? Optional.empty() : from, to)));
              }
              asked.add(Asked.of(new Condition.Exists(field, false)));
            });
    return asked;
  }

  /** The customers without a value of a wanted field, among those of whom it is wanted. */
  List<Asked> missing() {
    List<Asked> asked = new ArrayList<>();
    for (Records.Wanted wanted : schema.records().wanted()) {
      Condition absent = new Condition.Exists(wanted.field(), false);
      boolean all = wanted.by().isEmpty();
      Condition among =
          all
              ? Condition.EVERYONE
              : new Condition.In(wanted.by(), wanted.values().stream().sorted().toList());
      Condition condition = all ? absent : new Condition.All(List.of(among, absent));
      asked.add(new Asked(wanted.field(), Optional.empty(), Optional.empty(), condition, among));
    }
    return asked;
  }

  private Optional<String> field(Kind kind) {
    return schema.records().field(kind);
  }

  private static Condition percents(String field, Optional<Integer> from, Optional<Integer> below) {
    return new Condition.Range(
        field,
        from.map(percent -> new Bound.Fixed(percent, true)),
        below.map(percent -> new Bound.Fixed(percent, false)));
  }

  /** Older by so many days is earlier: the least age is the upper end. */
  private static Condition ages(String field, Optional<Integer> least, Optional<Integer> below) {
    return new Condition.Range(
        field,
        below.map(UpkeepQuestions::ago),
        least.map(days -> new Bound.Relative(-days, DateUnit.DAY, false)));
  }

  private static Bound ago(int days) {
    return new Bound.Relative(-days, DateUnit.DAY, true);
  }
}
