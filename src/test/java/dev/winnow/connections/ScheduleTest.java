package dev.winnow.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the next run is. */
final class ScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void it_is_counted_from_the_beginning_of_the_last_run() {
    Schedule every = new Schedule.Every(15);
    assertThat(every.next(NOON, NOON.plusSeconds(60), 0, BERLIN))
        .contains(NOON.plus(Duration.ofMinutes(15)));
    assertThat(every.next(NOON, NOON.plusSeconds(3600), 0, BERLIN))
        .contains(NOON.plusSeconds(3600));
    assertThat(new Schedule.Off().next(NOON, NOON, 3, BERLIN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,5", "1,5", "3,5", "4,8", "6,32", "7,60", "50,60"})
  void errors_in_a_row_double_the_wait_up_to_an_hour(int failures, int minutes) {
    assertThat(new Schedule.Every(5).next(NOON, NOON, failures, BERLIN))
        .contains(NOON.plus(Duration.ofMinutes(minutes)));
  }

  @Test
  void a_daily_run_that_failed_is_tried_again_before_the_next_day() {
    Schedule daily = new Schedule.Daily(LocalTime.of(2, 30));
    assertThat(daily.next(NOON, NOON, 0, BERLIN)).contains(Instant.parse("2026-03-02T01:30:00Z"));
    assertThat(daily.next(NOON, NOON, 2, BERLIN)).contains(NOON.plus(Duration.ofMinutes(2)));
  }

  @Test
  void a_time_of_day_that_does_not_exist_is_moved_and_one_that_occurs_twice_is_taken_once() {
    Schedule daily = new Schedule.Daily(LocalTime.of(2, 30));
    Instant beforeSpring = Instant.parse("2026-03-28T12:00:00Z");
    assertThat(daily.next(NOON, beforeSpring, 0, BERLIN))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
    Instant beforeAutumn = Instant.parse("2026-10-24T12:00:00Z");
    Instant night = Instant.parse("2026-10-25T00:30:00Z");
    assertThat(daily.next(NOON, beforeAutumn, 0, BERLIN)).contains(night);
    assertThat(daily.next(NOON, night, 0, BERLIN)).contains(Instant.parse("2026-10-26T01:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"off", "every 15", "daily 02:30"})
  void what_is_written_is_read_again(String text) {
    assertThat(Optional.of(Schedule.of(text)).map(Schedule::text)).contains(text);
  }
}
