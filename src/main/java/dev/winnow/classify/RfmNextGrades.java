package dev.winnow.classify;

import dev.winnow.classify.Explanation.Need;
import dev.winnow.classify.Explanation.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;

/**
 * The fewest scores to gain for an earlier segment, or to lose for a later one. Several may have to
 * change together.
 */
final class RfmNextGrades {
  private final RfmClassifier classifier;
  private final Inputs customer;
  private final long today;

  RfmNextGrades(RfmClassifier classifier, Inputs customer, LocalDate asOf) {
    this.classifier = classifier;
    this.customer = customer;
    this.today = classifier.rule().asOf().orElse(asOf).toEpochDay();
  }

  /** A score that can be reached in one dimension, and by what; by nothing for the present one. */
  private record Reach(int score, Optional<Need> need) {}

  NextGrades find() {
    return classifier.scores().complete(customer)
        ? new NextGrades(step(true), step(false))
        : NextGrades.NONE;
  }

  private Optional<Step> step(boolean up) {
    RfmScores scores = classifier.scores();
    Rule.Rfm rule = classifier.rule();
    long most = Long.MAX_VALUE;
    long least = Long.MIN_VALUE + 1;
    long newest = Math.max(today, Nearby.FIRST_DAY);
    var recency = reaches(rule.recency(), scores::r, up ? newest : Nearby.FIRST_DAY);
    var frequency = reaches(rule.frequency(), scores::f, up ? most : least);
    var monetary = reaches(rule.monetary(), scores::m, up ? most : least);
    int grade = classifier.grade(customer);
    Optional<Step> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (int r = 0; r < recency.size(); r++) {
      for (int f = 0; f < frequency.size(); f++) {
        for (int m = 0; m < monetary.size(); m++) {
          List<Reach> reached = List.of(recency.get(r), frequency.get(f), monetary.get(m));
          int then = grade(reached);
          if (r + f + m < fewest && then != grade && (standing(then) > standing(grade)) == up) {
            fewest = r + f + m;
            best = Optional.of(then).filter(g -> g != Classifier.UNGRADED).map(g -> of(g, reached));
          }
        }
      }
    }
    return best;
  }

  private int grade(List<Reach> reached) {
    return classifier.of(
        reached.getFirst().score(), reached.get(1).score(), reached.getLast().score());
  }

  private Step of(int grade, List<Reach> reached) {
    List<Need> needs = reached.stream().flatMap(one -> one.need().stream()).toList();
    return new Step(classifier.grades().get(grade), needs, true);
  }

  /** Earlier segments are better; none is worst. */
  private int standing(int grade) {
    return grade == Classifier.UNGRADED ? -classifier.grades().size() : -grade;
  }

  /** The present score and those that come next on the way to an end. */
  private List<Reach> reaches(Rule.Dimension dimension, ToIntFunction<Inputs> score, long end) {
    int input = classifier.inputs().indexOf(dimension.field());
    long now = customer.amount(input);
    List<Reach> reaches = new ArrayList<>();
    reaches.add(new Reach(score.applyAsInt(customer), Optional.empty()));
    long at = now;
    while (true) {
      OptionalLong next =
          Nearby.other(
              amount -> score.applyAsInt(new Nearby.Changed(customer, input, amount)), at, end);
      if (next.isEmpty()) {
        return reaches;
      }
      at = next.getAsLong();
      int reached = score.applyAsInt(new Nearby.Changed(customer, input, at));
      Need need = new Need(dimension.field(), at, at - now);
      reaches.add(new Reach(reached, Optional.of(need)));
    }
  }
}
