package dev.winnow.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, 2, 0",
    "0E+999999999, 2, 0",
    "1E-999999999, 2, 0",
    "0.005, 2, 1",
    "0.00499, 2, 0",
    "-0.005, 2, -1",
    "0.05, 1, 1",
    "12.345, 2, 1235",
    "1E3, 0, 1000",
    "9223372036854775.807, 3, 9223372036854775807",
  })
  void decimals_are_rounded_half_up(BigDecimal value, int decimals, long expected) {
    assertThat(Scale.ofDecimal(value, decimals)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"1E999999999, 2", "1E2147483647, 0", "9223372036854775.808, 3", "1E18, 9"})
  void what_the_scale_cannot_hold_is_refused(BigDecimal value, int decimals) {
    assertThat(Scale.ofDecimal(value, decimals)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "9999-12-31", "2024-02-29", "1969-12-31"})
  void days_are_read_and_written(String day) {
    Optional<Long> value = Scale.ofDate(day);
    assertThat(value).contains(LocalDate.parse(day).toEpochDay());
    assertThat(Scale.ofDate(day + "T12:00")).isEqualTo(value);
    assertThat(Scale.ofDate(day + " 12:00")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "0000-01-01",
        "-001-01-01",
        "2023-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "2026/01/01",
        "2026-01-011",
        "+026-01-01",
        "２０２６-01-01",
        "10000-01-01"
      })
  void what_is_not_a_day_is_refused(String text) {
    assertThat(Scale.ofDate(text)).isEmpty();
  }

  @Test
  void decimals_are_written_without_trailing_zeros() {
    Field.Number field =
        new Field.Number(
            new Field.Traits("n", new Label("n", "n"), false, false, false, false, false), 2, "");
    assertThat(Scale.toDecimal(field, 100)).hasToString("1");
    assertThat(Scale.toDecimal(field, 150)).hasToString("1.5");
    assertThat(Scale.toDecimal(field, 1_000_000)).hasToString("10000");
    assertThat(Scale.toDecimal(field, -5)).hasToString("-0.05");
  }
}
