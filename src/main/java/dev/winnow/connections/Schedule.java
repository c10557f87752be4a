package dev.winnow.connections;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a connection is read. */
public sealed interface Schedule {
  /** Only by hand. */
  record Off() implements Schedule {}

  /**
   * Again and again.
   *
   * @param minutes from one beginning to the next, 1 to {@value #MAX_MINUTES}
   */
  record Every(int minutes) implements Schedule {
    /** A week. */
    public static final int MAX_MINUTES = 7 * 24 * 60;
  }

  /** Once a day, in the configured time zone. */
  record Daily(LocalTime at) implements Schedule {}

  /** The longest wait after errors. */
  Duration LONGEST_BACK_OFF = Duration.ofHours(1);

  /**
   * When it is due next; empty for never.
   *
   * @param begun when the last run began
   * @param now after its end
   * @param failures in a row; each doubles the wait, from a minute to an hour
   */
  default Optional<Instant> next(Instant begun, Instant now, int failures, ZoneId zone) {
    Duration wait =
        failures == 0
            ? Duration.ZERO
            : min(Duration.ofMinutes(1L << Math.min(failures - 1, 6)), LONGEST_BACK_OFF);
    return switch (this) {
      case Off() -> Optional.empty();
      case Every(int minutes) -> {
        Instant planned = begun.plus(Duration.ofMinutes(minutes));
        Instant earliest = now.plus(wait);
        yield Optional.of(planned.isBefore(earliest) ? earliest : planned);
      }
      case Daily(LocalTime at) -> {
        Instant planned = nextAt(at, now, zone);
        Instant again = now.plus(wait);
        yield Optional.of(failures > 0 && again.isBefore(planned) ? again : planned);
      }
    };
  }

  /** When it is due for the first time. */
  default Optional<Instant> first(Instant now, ZoneId zone) {
    return switch (this) {
      case Off() -> Optional.empty();
      case Every _ -> Optional.of(now);
      case Daily(LocalTime at) -> Optional.of(nextAt(at, now, zone));
    };
  }

  private static Instant nextAt(LocalTime at, Instant now, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).with(at);
    return (today.toInstant().isAfter(now) ? today : today.plusDays(1).with(at)).toInstant();
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** As it is stored: {@code off}, {@code every 15}, {@code daily 02:30}. */
  @JsonValue
  default String text() {
    return switch (this) {
      case Off() -> "off";
      case Every(int minutes) -> "every " + minutes;
      case Daily(LocalTime at) -> "daily " + at;
    };
  }

  /** Reads what {@link #text} writes. */
  @JsonCreator
  static Schedule of(String text) {
    String[] words = text.split(" ", 2);
    return switch (words[0]) {
      case "off" -> new Off();
      case "every" -> new Every(Integer.parseInt(words[1]));
      case "daily" -> new Daily(LocalTime.parse(words[1]));
      default -> throw new IllegalArgumentException("no schedule: " + text);
    };
  }
}
