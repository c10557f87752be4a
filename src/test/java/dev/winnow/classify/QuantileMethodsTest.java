package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.classify.QuantileMethod.Ties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The methods on small examples whose results are known from the tools that they follow. */
final class QuantileMethodsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @Test
  void type_7_interpolates_as_r_and_numpy_do() {
    assertThat(cuts(QuantileMethod.TYPE7, 4, 1, 2, 3, 4))
        .isEqualTo(decimals("1.75", "2.5", "3.25"));
    assertThat(cuts(QuantileMethod.TYPE7, 5, 10, 20, 40))
        .isEqualTo(decimals("14", "18", "24", "32"));
    assertThat(cuts(QuantileMethod.TYPE7_PLUS_ONE, 2, 1, 2)).isEqualTo(decimals("2.5"));
  }

  @Test
  void a_third_that_no_decimal_equals_still_divides_exactly() {
    assertThat(cuts(QuantileMethod.TYPE7, 3, 0, 1))
        .isEqualTo(decimals("0.333333333", "0.666666667"));
    assertThat(grades(QuantileMethod.TYPE7, Ties.TOGETHER, 3, 0, 1)).containsExactly(0, 2);
  }

  @Test
  void qcut_closes_its_bins_on_the_right() {
    assertThat(grades(QuantileMethod.QCUT, Ties.TOGETHER, 4, LongStream.range(0, 5).toArray()))
        .as("pandas.qcut(range(5), 4, labels=False)")
        .containsExactly(0, 0, 1, 2, 3);
    assertThat(grades(QuantileMethod.QCUT, Ties.TOGETHER, 2, 1, 2, 3))
        .as("pandas.qcut([1, 2, 3], 2, labels=False)")
        .containsExactly(0, 0, 1);
  }

  @Test
  void qcut_drops_bin_edges_that_are_equal() {
    assertThat(cuts(QuantileMethod.QCUT, 4, 1, 1, 1, 1, 2, 3, 4)).isEqualTo(decimals("2.5"));
    assertThat(grades(QuantileMethod.QCUT, Ties.TOGETHER, 4, 1, 1, 1, 1, 2, 3, 4))
        .as("pandas.qcut(x, 4, labels=False, duplicates=\"drop\")")
        .containsExactly(0, 0, 0, 0, 0, 1, 1);
    assertThat(grades(QuantileMethod.TYPE7_RIGHT, Ties.TOGETHER, 4, 1, 1, 1, 1, 2, 3, 4))
        .as("without dropping")
        .containsExactly(0, 0, 0, 0, 2, 3, 3);
  }

  @Test
  void ranks_by_number_make_grades_of_equal_size_whatever_the_ties() {
    assertThat(grades(QuantileMethod.RANK, Ties.BY_NUMBER, 5, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3))
        .as("pandas.qcut(x.rank(method=\"first\"), 5, labels=False)")
        .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
    assertThat(grades(QuantileMethod.RANK, Ties.BY_NUMBER, 2, 7, 7, 7, 7))
        .containsExactly(0, 0, 1, 1);
  }

  @Test
  void ranks_together_keep_ties_at_the_place_of_the_first() {
    assertThat(grades(QuantileMethod.RANK, Ties.TOGETHER, 5, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3))
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 3, 3, 4);
    assertThat(grades(QuantileMethod.RANK, Ties.TOGETHER, 3, 5, 5, 5)).containsExactly(0, 0, 0);
  }

  @Test
  void nobody_and_everybody_alike_are_no_trouble() {
    for (QuantileMethod method : QuantileMethod.values()) {
      if (method != QuantileMethod.FIXED) {
        assertThat(cuts(method, 3)).isEmpty();
        assertThat(grades(method, Ties.BY_NUMBER, 3, 4)).hasSize(1);
      }
    }
  }

  private static List<BigDecimal> cuts(QuantileMethod method, int groups, long... values) {
    People people = People.with("order_count", values);
    return CutPointFinder.of(rule(method, Ties.TOGETHER, groups), people, SCHEMA, TODAY).of("cuts");
  }

  private static int[] grades(QuantileMethod method, Ties ties, int groups, long... values) {
    People people = People.with("order_count", values);
    Rule rule = rule(method, ties, groups);
    CutPoints points = CutPointFinder.of(rule, people, SCHEMA, TODAY);
    Classifier classifier = Classifiers.of(rule, points, SCHEMA, TODAY);
    return IntStream.range(0, values.length)
        .map(i -> classifier.grade(people.inputs(rule, i)))
        .toArray();
  }

  private static Rule rule(QuantileMethod method, Ties ties, int groups) {
    List<String> grades = IntStream.range(0, groups).mapToObj(i -> "g" + i).toList();
    return new Rule.Quantiles("channel", "order_count", grades, method, ties, Optional.empty());
  }

  private static List<BigDecimal> decimals(String... numbers) {
    return Arrays.stream(numbers).map(BigDecimal::new).toList();
  }
}
