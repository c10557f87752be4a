package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.InSegment;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionResolverTest {
  private static final Condition HIGH = new Condition.In("tier", List.of("high"));
  private static final Condition VIP = new Condition.In("vip", List.of("true"));
  private static final LocalDate TODAY = ConditionCases.TODAY;

  private final Map<String, Condition> segments = new HashMap<>();
  private final ConditionResolver resolver =
      new ConditionResolver(id -> Optional.ofNullable(segments.get(id)));

  @ParameterizedTest
  @CsvSource({
    "today,     2026-03-31, 2026-03-31",
    "today-0w,  2026-03-31, 2026-03-31",
    "today-1d,  2026-03-01, 2026-02-28",
    "today+2w,  2026-03-31, 2026-04-14",
    "today-1m,  2026-03-31, 2026-02-28",
    "today-1m,  2024-03-31, 2024-02-29",
    "today+1m,  2026-01-31, 2026-02-28",
    "today-13m, 2026-01-31, 2024-12-31",
    "today+1y,  2024-02-29, 2025-02-28",
    "today-4y,  2024-02-29, 2020-02-29",
  })
  void relative_dates_become_days(String written, LocalDate today, LocalDate expected) {
    Bound date = RelativeDates.parse(written, true).orElseThrow();
    Condition range = new Condition.Range("birthday", Optional.of(date), Optional.empty());
    assertThat(resolver.resolve(range, today))
        .isEqualTo(
            new Condition.Range(
                "birthday",
                Optional.of(new Bound.Fixed(expected.toEpochDay(), true)),
                Optional.empty()));
  }

  @Test
  void anniversaries_begin_today() {
    assertThat(resolver.resolve(new Condition.Anniversary("birthday", Optional.empty(), 7), TODAY))
        .isEqualTo(new Condition.Anniversary("birthday", Optional.of(TODAY.toEpochDay()), 7));
  }

  @Test
  void segments_are_put_in_and_opened() {
    segments.put("a", new Condition.All(List.of(HIGH, new InSegment("b"))));
    segments.put("b", VIP);
    assertThat(resolver.resolve(new Condition.All(List.of(VIP, new InSegment("a"))), TODAY))
        .isEqualTo(Canonical.of(new Condition.All(List.of(HIGH, VIP))));
  }

  @Test
  void ranges_that_today_makes_empty_are_nobody() {
    Bound april = new Bound.Fixed(LocalDate.of(2026, 4, 1).toEpochDay(), true);
    Bound now = RelativeDates.parse("today", true).orElseThrow();
    Condition range = new Condition.Range("birthday", Optional.of(april), Optional.of(now));
    assertThat(resolver.resolve(range, TODAY)).isEqualTo(Condition.NOBODY);
    assertThat(resolver.resolve(range, TODAY.plusDays(1))).isInstanceOf(Condition.Range.class);
  }

  @Test
  void all_unknown_segments_are_reported_with_their_places() {
    segments.put("a", new Condition.Not(new InSegment("gone")));
    Condition condition =
        new Condition.Any(
            List.of(HIGH, new InSegment("lost"), new Condition.Not(new InSegment("a"))));
    WinnowException refusal = refusal(condition);
    assertThat(refusal.code()).isEqualTo(ProblemCode.SEGMENT_NOT_FOUND);
    assertThat(refusal.faults())
        .containsExactly(
            Fault.at("/condition/any/1/segment", "There is no segment \"lost\"."),
            Fault.at(
                "/condition/any/2/not/segment",
                "There is no segment \"gone\", to which \"a\" refers."));
  }

  @Test
  void a_cycle_is_shown() {
    segments.put("a", new Condition.All(List.of(HIGH, new InSegment("b"))));
    segments.put("b", new Condition.Not(new InSegment("c")));
    segments.put("c", new InSegment("b"));
    WinnowException refusal = refusal(new InSegment("a"));
    assertThat(refusal.code()).isEqualTo(ProblemCode.SEGMENT_CYCLE);
    assertThat(refusal.faults())
        .containsExactly(Fault.at("/condition/segment", "Segments form a circle: b → c → b"));
  }

  @Test
  void a_segment_may_be_used_twice_without_being_a_cycle() {
    segments.put("a", HIGH);
    Condition twice = new Condition.All(List.of(new InSegment("a"), new InSegment("a")));
    assertThat(resolver.resolve(twice, TODAY)).isEqualTo(HIGH);
  }

  @Test
  void segments_that_multiply_are_refused_before_they_fill_the_memory() {
    for (int i = 0; i < 15; i++) {
      InSegment next = new InSegment("s" + (i + 1));
      segments.put("s" + i, new Condition.All(Collections.nCopies(10, next)));
    }
    segments.put("s15", HIGH);
    WinnowException refusal = refusal(new InSegment("s0"));
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_CONDITION);
    assertThat(refusal).hasMessageContaining("more than 10000 clauses");
  }

  @Test
  void long_chains_of_segments_are_refused() {
    for (int i = 0; i < 100; i++) {
      segments.put("s" + i, new InSegment("s" + (i + 1)));
    }
    assertThat(refusal(new InSegment("s0"))).hasMessageContaining("through more than 16 others");
  }

  @Test
  void names_the_segments_a_condition_refers_to_directly() {
    segments.put("a", new InSegment("b"));
    Condition condition =
        new Condition.Any(List.of(new InSegment("z"), HIGH, new Condition.Not(new InSegment("a"))));
    assertThat(ConditionResolver.references(condition)).containsExactly("a", "z");
  }

  private WinnowException refusal(Condition condition) {
    WinnowException refusal =
        catchThrowableOfType(
            WinnowException.class, () -> resolver.resolve(condition, TODAY, "/condition"));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
