package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.condition.ConditionCases.Case;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConditionCasesTest {
  static List<Case> cases() {
    return ConditionCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_naive_filter_gives_the_meaning_in_the_table(Case row) {
    assertThat(NaiveFilter.matches(row.condition(), row.customer(), TestSchema.SCHEMA))
        .isEqualTo(row.expected());
  }

  @Test
  void the_table_has_both_answers_in_plenty() {
    List<Boolean> answers = cases().stream().map(Case::expected).toList();
    assertThat(answers.stream().filter(answer -> answer).count()).isGreaterThan(40);
    assertThat(answers.stream().filter(answer -> !answer).count()).isGreaterThan(40);
  }
}
