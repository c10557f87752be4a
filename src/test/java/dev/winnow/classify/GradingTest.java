package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static dev.winnow.classify.RandomRules.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GradingTest {
  private final Classifier channel = mapping("channel", "industry");
  private final Classifier occupation = mapping("occupation", "channel");

  @Test
  void a_classifier_is_found_by_its_facet() {
    Grading grading = new Grading(List.of(channel, occupation), TODAY);
    assertThat(grading.of("occupation")).contains(occupation);
    assertThat(grading.of("industry")).isEmpty();
    assertThat(grading.facets()).containsExactly("channel", "occupation");
    assertThat(Grading.NONE.facets()).isEmpty();
  }

  @Test
  void what_reads_a_graded_facet_stands_after_what_grades_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grading(List.of(occupation, channel), TODAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Grading(List.of(channel, channel), TODAY));
  }

  private static Classifier mapping(String facet, String field) {
    Rule rule =
        new Rule.Mapping(
            facet,
            field,
            List.of(new Rule.Group("g", List.of("x"))),
            Optional.empty(),
            Optional.empty());
    return Classifiers.of(rule, CutPoints.NONE, SCHEMA, TODAY);
  }
}
