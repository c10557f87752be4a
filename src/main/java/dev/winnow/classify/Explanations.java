package dev.winnow.classify;

import dev.winnow.classify.Explanation.Change;
import dev.winnow.classify.Explanation.Input;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Explains grades. Better is the later band, level or score, the earlier class of ABC, the earlier
 * segment of RFM, and new, active, at risk, churned in a lifecycle.
 */
public final class Explanations {
  private Explanations() {}

  /**
   * The explanation of one customer's grade.
   *
   * @param customer whose inputs are those of the rule
   */
  public static Explanation of(
      Rule rule, CutPoints points, Schema schema, Inputs customer, LocalDate asOf) {
    Classifier classifier = Classifiers.of(rule, points, schema, asOf);
    NextGrades next =
        classifier instanceof RfmClassifier rfm
            ? new RfmNextGrades(rfm, customer, asOf).find()
            : new FieldNextGrades(rule, classifier, customer, asOf).find(schema);
    return new Explanation(
        name(classifier, classifier.grade(customer)),
        inputs(rule, schema, customer),
        next.up(),
        next.down(),
        change(rule, points, schema, customer, asOf));
  }

  private static Optional<String> name(Classifier classifier, int grade) {
    return grade == Classifier.UNGRADED
        ? Optional.empty()
        : Optional.of(classifier.grades().get(grade));
  }

  private static List<Input> inputs(Rule rule, Schema schema, Inputs customer) {
    List<Input> inputs = new ArrayList<>();
    for (String field : rule.inputs()) {
      int input = inputs.size();
      boolean ordered = schema.field(field).filter(Field.Ordered.class::isInstance).isPresent();
      long amount = ordered ? customer.amount(input) : Inputs.MISSING;
      inputs.add(
          new Input(
              field,
              amount == Inputs.MISSING ? OptionalLong.empty() : OptionalLong.of(amount),
              ordered ? List.of() : List.copyOf(customer.words(input))));
    }
    return inputs;
  }

  /** Only on few days can a grade change by itself; on each the rule is asked. */
  private static Optional<Change> change(
      Rule rule, CutPoints points, Schema schema, Inputs customer, LocalDate asOf) {
    Classifier today = Classifiers.of(rule, points, schema, asOf);
    LongPredicate later = day -> day > asOf.toEpochDay() && day <= LocalDate.MAX.toEpochDay();
    for (long day : turningDays(today, customer).filter(later).boxed().toList()) {
      LocalDate on = LocalDate.ofEpochDay(day);
      Classifier then = Classifiers.of(rule, points, schema, on);
      int grade = then.grade(customer);
      if (grade != today.grade(customer)) {
        return Optional.of(new Change(on, name(then, grade)));
      }
    }
    return Optional.empty();
  }

  /** The days on which a limit is passed, ascending. */
  private static LongStream turningDays(Classifier classifier, Inputs customer) {
    LongStream days =
        switch (classifier) {
          case LifecycleClassifier stages -> stages.turningDays(customer);
          case RfmClassifier rfm when rfm.rule().asOf().isEmpty() ->
              rfm.scores().turningDays(customer);
          default -> LongStream.empty();
        };
    return days.sorted().distinct();
  }
}
