package dev.winnow.classify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a rule has learnt from the population, kept with the rule's version so that grading again
 * gives the same grades. Which keys there are is said at {@link CutPointFinder}.
 *
 * @param points decimals in the field's own unit (not its minor unit; dates as days since
 *     1970-01-01), without trailing zeros
 */
public record CutPoints(@JsonValue SequencedMap<String, List<BigDecimal>> points) {
  /** Of a rule that asks nothing of the population. */
  public static final CutPoints NONE = new CutPoints(Map.of());

  public CutPoints {
    SequencedMap<String, List<BigDecimal>> sorted = new TreeMap<>();
    points.forEach((key, list) -> sorted.put(key, list.stream().map(CutPoints::plain).toList()));
    points = Collections.unmodifiableSequencedMap(sorted);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CutPoints(Map<String, List<BigDecimal>> points) {
    this((SequencedMap<String, List<BigDecimal>>) new TreeMap<>(points));
  }

  /** The points under a key; empty without any. */
  public List<BigDecimal> of(String key) {
    return points.getOrDefault(key, List.of());
  }

  private static BigDecimal plain(BigDecimal point) {
    BigDecimal stripped = point.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
