package dev.winnow.customer;

import dev.winnow.schema.Scale;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as people write them in tables; {@code 3/4/2026} only in a format given for it. */
final class TextDates {
  private static final int MAX_LENGTH = 64;
  private static final List<DatePattern> USUAL =
      Stream.of("yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日", "yyyy.M.d", "d.M.yyyy")
          .map(DatePattern::of)
          .toList();
  private static final Pattern TIME =
      Pattern.compile(
          "[T ]*(?<![\\d:.])(?:[上下]午 ?)?(?<!\\d)\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AaPp][Mm])?("
              + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?$");

  private TextDates() {}

  /**
   * The day as days since 1970-01-01, a time behind it dropped.
   *
   * @param patterns tried in order; empty for the usual ones
   */
  static Optional<Long> read(String text, List<DatePattern> patterns) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String day = TIME.matcher(plain).replaceFirst("");
    return (patterns.isEmpty() ? USUAL : patterns)
        .stream()
            .flatMap(pattern -> pattern.read(day).or(() -> pattern.read(plain)).stream())
            .flatMap(date -> Scale.ofDate(date.toString()).stream())
            .findFirst();
  }
}
