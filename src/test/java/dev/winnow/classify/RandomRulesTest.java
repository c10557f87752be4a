package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static dev.winnow.classify.RandomRules.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.classify.Explanation.Change;
import dev.winnow.classify.Explanation.Need;
import dev.winnow.classify.Explanation.Step;
import dev.winnow.schema.Language;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Laws that hold for every rule and every population, tried on random ones. */
final class RandomRulesTest {
  private static final int ROUNDS = 2_000;
  private static final int PEOPLE = 40;
  private static final int DAYS = 600;

  private final long seed = Long.getLong("winnow.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final RandomRules rules = new RandomRules(random);
  private final RuleReader reader = new RuleReader(SCHEMA);
  private final RuleWriter writer = new RuleWriter(SCHEMA);

  @BeforeEach
  void print_the_seed() {
    System.out.println("random rules with -Dwinnow.seed=" + seed);
  }

  @Test
  void grades_are_those_of_the_definitions() {
    int graded = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Rule rule = rules.next();
      People people = rules.people(PEOPLE);
      CutPoints points = CutPointFinder.of(rule, people, SCHEMA, TODAY);
      Classifier classifier = Classifiers.of(rule, points, SCHEMA, TODAY);
      NaiveGrades naive = new NaiveGrades(people);
      for (int number = 0; number < people.all().size(); number++) {
        Optional<String> grade = grade(classifier, people.inputs(rule, number));
        assertThat(grade)
            .as("%s %s %s", rule, points, people.all().get(number))
            .isEqualTo(naive(naive, rule, points, number).orElse(grade));
        graded += grade.isPresent() ? 1 : 0;
      }
    }
    assertThat(graded).isGreaterThan(ROUNDS * PEOPLE / 6);
  }

  /** What the definition says; empty for scores, which have laws of their own. */
  private static Optional<Optional<String>> naive(
      NaiveGrades naive, Rule rule, CutPoints points, int number) {
    long today = TODAY.toEpochDay();
    return switch (rule) {
      case Rule.Bands bands -> Optional.of(naive.bands(bands, number));
      case Rule.Quantiles quantiles -> Optional.of(naive.quantiles(quantiles, number));
      case Rule.Abc abc -> Optional.of(naive.abc(abc, number));
      case Rule.Rfm rfm -> Optional.of(naive.rfm(rfm, points, number, today));
      case Rule.Lifecycle stages -> Optional.of(naive.lifecycle(stages, points, number, today));
      case Rule.Mapping mapping -> Optional.of(naive.mapping(mapping, number));
      case Rule.Score _ -> Optional.empty();
    };
  }

  @Test
  void a_rule_that_is_written_reads_as_the_same_rule() {
    for (int round = 0; round < ROUNDS; round++) {
      Rule rule = rules.next();
      assertThat(reader.read(writer.write(rule), "")).isEqualTo(rule);
    }
  }

  @Test
  void cut_points_survive_json() {
    JsonMapper json = JsonMapper.shared();
    for (int round = 0; round < ROUNDS / 4; round++) {
      CutPoints points = CutPointFinder.of(rules.next(), rules.people(PEOPLE), SCHEMA, TODAY);
      assertThat(json.readValue(json.writeValueAsString(points), CutPoints.class))
          .isEqualTo(points);
    }
  }

  @Test
  void meeting_the_needs_of_the_next_grade_gives_it() {
    int steps = 0;
    for (int round = 0; round < ROUNDS / 2; round++) {
      Rule rule = rules.next();
      People people = rules.people(PEOPLE);
      CutPoints points = CutPointFinder.of(rule, people, SCHEMA, TODAY);
      Classifier classifier = Classifiers.of(rule, points, SCHEMA, TODAY);
      for (int number = 0; number < people.all().size(); number++) {
        Inputs customer = people.inputs(rule, number);
        Explanation explanation = Explanations.of(rule, points, SCHEMA, customer, TODAY);
        assertThat(explanation.grade()).isEqualTo(grade(classifier, customer));
        steps += explanation.up().map(step -> checked(step, classifier, customer)).orElse(0);
        steps += explanation.down().map(step -> checked(step, classifier, customer)).orElse(0);
      }
    }
    assertThat(steps).isGreaterThan(ROUNDS);
  }

  private static int checked(Step step, Classifier classifier, Inputs customer) {
    assertThat(grade(classifier, customer)).isNotEqualTo(Optional.of(step.grade()));
    Inputs all = customer;
    for (Need need : step.needs()) {
      int input = classifier.inputs().indexOf(need.field());
      assertThat(customer.amount(input) + need.distance()).isEqualTo(need.at());
      Inputs one = new Nearby.Changed(customer, input, need.at());
      all = new Nearby.Changed(all, input, need.at());
      if (!step.together()) {
        assertThat(grade(classifier, one)).as("%s", need).contains(step.grade());
        long nearer = need.at() - Long.signum(need.distance());
        assertThat(grade(classifier, new Nearby.Changed(customer, input, nearer)))
            .isNotEqualTo(Optional.of(step.grade()));
      }
    }
    if (step.together()) {
      assertThat(grade(classifier, all)).as("%s", step).contains(step.grade());
    }
    return 1;
  }

  @Test
  void the_day_of_the_change_is_the_first_on_which_the_grade_is_another() {
    int changes = 0;
    for (int round = 0; round < ROUNDS / 20; round++) {
      Rule rule = round % 2 == 0 ? rules.lifecycle() : rules.rfm();
      People people = rules.people(10);
      CutPoints points = CutPointFinder.of(rule, people, SCHEMA, TODAY);
      List<Classifier> days =
          IntStream.range(0, DAYS)
              .mapToObj(day -> Classifiers.of(rule, points, SCHEMA, TODAY.plusDays(day)))
              .toList();
      for (int number = 0; number < people.all().size(); number++) {
        Inputs customer = people.inputs(rule, number);
        Optional<Change> first =
            IntStream.range(0, days.size())
                .filter(day -> days.get(day).grade(customer) != days.getFirst().grade(customer))
                .mapToObj(day -> new Change(TODAY.plusDays(day), grade(days.get(day), customer)))
                .findFirst();
        Explanation explanation = Explanations.of(rule, points, SCHEMA, customer, TODAY);
        assertThat(explanation.changes().filter(c -> c.on().isBefore(TODAY.plusDays(DAYS))))
            .as("%s %s", rule, people.all().get(number))
            .isEqualTo(first);
        changes += first.isPresent() ? 1 : 0;
      }
    }
    assertThat(changes).isGreaterThan(ROUNDS / 100);
  }

  @Test
  void more_of_what_is_weighed_positively_never_lowers_a_score() {
    for (int round = 0; round < ROUNDS; round++) {
      Rule.Score rule = rules.score();
      People people = rules.people(PEOPLE);
      CutPoints points = CutPointFinder.of(rule, people, SCHEMA, TODAY);
      Classifier classifier = Classifiers.of(rule, points, SCHEMA, TODAY);
      for (int number = 0; number < people.all().size(); number++) {
        Inputs customer = people.inputs(rule, number);
        for (int input = 0; input < 3; input++) {
          long amount = customer.amount(input);
          if (amount != Inputs.MISSING && rule.parts().get(input).weight().signum() > 0) {
            Inputs more = new Nearby.Changed(customer, input, amount + random.nextInt(1000));
            assertThat(classifier.grade(more)).isGreaterThanOrEqualTo(classifier.grade(customer));
          }
        }
      }
    }
  }

  @Test
  void every_rule_can_be_said_in_both_languages() {
    RuleWording wording = new RuleWording(SCHEMA);
    for (int round = 0; round < ROUNDS / 4; round++) {
      Rule rule = rules.next();
      CutPoints points = CutPointFinder.of(rule, rules.people(PEOPLE), SCHEMA, TODAY);
      for (Language language : Language.values()) {
        assertThat(wording.sentence(rule, points, language)).doesNotContain("{", "}", "null");
      }
    }
  }

  private static Optional<String> grade(Classifier classifier, Inputs customer) {
    int grade = classifier.grade(customer);
    return grade == Classifier.UNGRADED
        ? Optional.empty()
        : Optional.of(classifier.grades().get(grade));
  }
}
