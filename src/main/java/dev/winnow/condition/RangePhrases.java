package dev.winnow.condition;

import java.util.Optional;

/**
 * How a language says that something lies between two ends, one template for each case; {@code
 * {from}} and {@code {to}} stand for the ends.
 */
record RangePhrases(
    String exactly,
    String closed,
    String openAtTheTop,
    String openAtTheBottom,
    String open,
    String atLeast,
    String over,
    String atMost,
    String under) {

  /** An end in words. */
  record End(String text, boolean inclusive) {}

  String of(Optional<End> from, Optional<End> to) {
    return template(from, to)
        .replace("{from}", from.map(End::text).orElse(""))
        .replace("{to}", to.map(End::text).orElse(""));
  }

  /** The phrase for a single value. */
  String exactly(String value) {
    return exactly.replace("{to}", value);
  }

  private String template(Optional<End> from, Optional<End> to) {
    boolean fromInclusive = from.filter(End::inclusive).isPresent();
    boolean toInclusive = to.filter(End::inclusive).isPresent();
    if (to.isEmpty()) {
      return fromInclusive ? atLeast : over;
    }
    if (from.isEmpty()) {
      return toInclusive ? atMost : under;
    }
    if (fromInclusive) {
      return toInclusive ? closed : openAtTheTop;
    }
    return toInclusive ? openAtTheBottom : open;
  }
}
