package dev.winnow.classify;

import dev.winnow.classify.Explanation.Need;
import dev.winnow.classify.Explanation.Step;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What one field alone would have to be for the next grade, the others staying as they are. */
final class FieldNextGrades {
  private final Rule rule;
  private final Classifier classifier;
  private final Inputs customer;
  private final long today;
  private final int grade;
  private final List<Found> found = new ArrayList<>();

  FieldNextGrades(Rule rule, Classifier classifier, Inputs customer, LocalDate asOf) {
    this.rule = rule;
    this.classifier = classifier;
    this.customer = customer;
    this.today = asOf.toEpochDay();
    this.grade = classifier.grade(customer);
  }

  /** A need and the grade that meeting it gives. */
  private record Found(Need need, int grade) {}

  NextGrades find(Schema schema) {
    if (grade == Classifier.UNGRADED) {
      return NextGrades.NONE;
    }
    for (int input = 0; input < rule.inputs().size(); input++) {
      String name = rule.inputs().get(input);
      Optional<Field> field = schema.field(name).filter(Field.Ordered.class::isInstance);
      if (field.isPresent() && mayMove(name) && customer.amount(input) != Inputs.MISSING) {
        boolean date = field.get() instanceof Field.Date;
        look(input, name, date ? latest(input) : Long.MAX_VALUE);
        look(input, name, date ? earliest() : Long.MIN_VALUE + 1);
      }
    }
    return new NextGrades(step(1), step(-1));
  }

  /** In a lifecycle the date of the last purchase is what can still change. */
  private boolean mayMove(String field) {
    return !(rule instanceof Rule.Lifecycle lifecycle) || field.equals(lifecycle.last());
  }

  private long latest(int input) {
    return rule instanceof Rule.Lifecycle
        ? Math.max(today, customer.amount(input))
        : Nearby.LAST_DAY;
  }

  /** The last purchase is not before the first, and after it if there is an interval between. */
  private long earliest() {
    if (!(rule instanceof Rule.Lifecycle lifecycle)) {
      return Nearby.FIRST_DAY;
    }
    int first = rule.inputs().indexOf(lifecycle.first());
    int last = rule.inputs().indexOf(lifecycle.last());
    if (customer.amount(first) == Inputs.MISSING) {
      return Nearby.FIRST_DAY;
    }
    int count = lifecycle.count().map(rule.inputs()::indexOf).orElse(-1);
    long gap = OwnIntervals.gaps(customer, first, last, count) > 0 ? 1 : 0;
    return Math.min(customer.amount(first) + gap, customer.amount(last));
  }

  private void look(int input, String name, long end) {
    long now = customer.amount(input);
    OptionalLong other =
        Nearby.other(
            amount -> classifier.grade(new Nearby.Changed(customer, input, amount)), now, end);
    if (other.isPresent()) {
      long at = other.getAsLong();
      int then = classifier.grade(new Nearby.Changed(customer, input, at));
      found.add(new Found(new Need(name, at, at - now), then));
    }
  }

  /** To the nearest grade in a direction, by any of the fields that lead to just that. */
  private Optional<Step> step(int direction) {
    Comparator<Found> nearest =
        Comparator.comparingInt(one -> Math.abs(standing(one.grade) - standing(grade)));
    Optional<Found> next =
        found.stream()
            .filter(one -> one.grade != Classifier.UNGRADED)
            .filter(one -> direction * (standing(one.grade) - standing(grade)) > 0)
            .min(nearest);
    return next.map(
        target ->
            new Step(
                classifier.grades().get(target.grade),
                found.stream().filter(f -> f.grade == target.grade).map(Found::need).toList(),
                false));
  }

  /** How good a grade is. */
  private int standing(int index) {
    return switch (rule) {
      case Rule.Bands _, Rule.Quantiles _, Rule.Score _ -> index;
      case Rule.Abc _, Rule.Rfm _, Rule.Mapping _, Rule.Lifecycle _ -> -index;
    };
  }
}
