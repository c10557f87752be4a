package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.classify.Concentration.Point;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The figures by which a rule is judged, on examples worked out by hand. */
final class QualityTest {
  private static final double EXACT = 1e-12;

  @Test
  void a_distribution_that_has_not_moved_is_stable() {
    Stability same = Stability.of(new long[] {50, 30, 20}, new long[] {100, 60, 40});
    assertThat(same.index()).isCloseTo(0, within(EXACT));
    assertThat(same.reading()).isEqualTo(Stability.Reading.STABLE);
  }

  @Test
  void the_stability_index_is_the_sum_over_the_grades() {
    Stability moved = Stability.of(new long[] {50, 50}, new long[] {30, 70});
    double byHand = (0.3 - 0.5) * Math.log(0.3 / 0.5) + (0.7 - 0.5) * Math.log(0.7 / 0.5);
    assertThat(moved.index()).isCloseTo(byHand, within(EXACT));
    assertThat(moved.reading()).isEqualTo(Stability.Reading.MOVED);
    Stability emptied = Stability.of(new long[] {50, 50, 0}, new long[] {0, 100, 0});
    assertThat(emptied.reading()).isEqualTo(Stability.Reading.UNSTABLE);
    assertThat(emptied.index()).isFinite();
    assertThat(Stability.of(new long[] {0}, new long[] {5}).index()).isZero();
  }

  @Test
  void the_lorenz_curve_begins_with_the_largest() {
    Concentration four = Concentration.of(new long[] {10, 60, -5, 30});
    assertThat(four.curve())
        .containsExactly(
            new Point(0, 0),
            new Point(0.25, 0.6),
            new Point(0.5, 0.9),
            new Point(0.75, 1),
            new Point(1, 1));
    assertThat(four.gini()).isCloseTo(0.5, within(EXACT));
  }

  @Test
  void the_gini_coefficient_is_0_for_equals() {
    assertThat(Concentration.of(new long[] {7, 7, 7}).gini()).isCloseTo(0, within(EXACT));
    assertThat(Concentration.of(new long[0]).gini()).isZero();
    assertThat(Concentration.of(new long[1000]).curve()).hasSize(2);
    long[] one = new long[1000];
    one[500] = 1;
    assertThat(Concentration.of(one).gini()).isCloseTo(0.999, within(1e-9));
    assertThat(Concentration.of(one).curve()).hasSize(101);
  }

  @Test
  void separation_is_1_when_the_grade_decides_and_0_when_it_says_nothing() {
    Separation decides = Separation.of(new long[] {10, 0}, new long[] {0, 30});
    assertThat(decides.cramersV()).isCloseTo(1, within(EXACT));
    assertThat(decides.rates()).containsExactly(1.0, 0.0);
    Separation nothing = Separation.of(new long[] {5, 10, 0}, new long[] {15, 30, 0});
    assertThat(nothing.cramersV()).isCloseTo(0, within(EXACT));
    assertThat(nothing.rates()).containsExactly(0.25, 0.25, 0.0);
    Separation some = Separation.of(new long[] {20, 10}, new long[] {30, 40});
    assertThat(some.cramersV()).isCloseTo(Math.sqrt(100.0 / 21 / 100), within(EXACT));
  }

  @Test
  void shares_are_of_customers_and_of_the_sum() {
    GradeShares shares = new GradeShares(List.of("high", "low"));
    shares.add(0, 900);
    shares.add(1, Inputs.MISSING);
    GradeShares elsewhere = new GradeShares(List.of("high", "low"));
    elsewhere.add(1, 100);
    elsewhere.add(Classifier.UNGRADED, 0);
    shares.add(elsewhere);
    assertThat(shares.shares())
        .containsExactly(
            new GradeShares.Share(Optional.of("high"), 1, BigInteger.valueOf(900), 0.25, 0.9),
            new GradeShares.Share(Optional.of("low"), 2, BigInteger.valueOf(100), 0.5, 0.1),
            new GradeShares.Share(Optional.empty(), 1, BigInteger.ZERO, 0.25, 0));
  }

  @Test
  void missing_inputs_are_counted() {
    People people = People.with("total_spend", 5, Inputs.MISSING, 7, 9);
    Rule rule =
        new Rule.Bands(
            "channel",
            "total_spend",
            List.of(new Rule.Band("x", Optional.empty())),
            Optional.empty());
    MissingInputs missing = new MissingInputs(rule, SCHEMA);
    people.each(rule.inputs(), missing::add);
    missing.add(new MissingInputs(rule, SCHEMA));
    assertThat(missing.counts()).containsExactly(new MissingInputs.Missing("total_spend", 1, 0.25));
  }
}
