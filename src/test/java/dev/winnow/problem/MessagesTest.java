package dev.winnow.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagesTest {
  @ParameterizedTest
  @CsvSource({
    "industy, industry",
    "INDUSTRY, industry",
    "regoin, region",
    "scales, scale",
    "colour, none",
    "地区, none",
    "a, none",
  })
  void a_slip_of_the_pen_finds_the_name_that_was_meant(String name, String meant) {
    assertThat(Nearest.of(name, List.of("industry", "region", "scale", "行业", "b")).orElse("none"))
        .isEqualTo(meant);
  }

  @Test
  void an_excerpt_is_short_and_can_be_shown() {
    assertThat(Excerpt.quoted("a\nb\ud800")).isEqualTo("\"a\uFFFDb\uFFFD\"");
    assertThat(Excerpt.of("𠮷野")).isEqualTo("𠮷野");
    assertThat(Excerpt.of("x".repeat(1000))).isEqualTo("x".repeat(60) + "…");
  }
}
