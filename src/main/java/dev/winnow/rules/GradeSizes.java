package dev.winnow.rules;

import dev.winnow.engine.WhatIfAnswer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many customers have each grade.
 *
 * @param ungraded how many have none
 */
public record GradeSizes(Map<String, Long> byGrade, long ungraded) {
  public static final GradeSizes NONE = new GradeSizes(new LinkedHashMap<>(), 0);

  public GradeSizes {
    byGrade = Collections.unmodifiableMap(new LinkedHashMap<>(byGrade));
  }

  /** Those of the grades to which customers would move. */
  static GradeSizes after(Iterable<String> grades, WhatIfAnswer answer) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    grades.forEach(grade -> sizes.put(grade, 0L));
    long ungraded = 0;
    for (WhatIfAnswer.Move move : answer.matrix()) {
      if (move.to().isPresent()) {
        sizes.merge(move.to().get(), move.customers(), Long::sum);
      } else {
        ungraded += move.customers();
      }
    }
    return new GradeSizes(sizes, ungraded);
  }

  /** All of them. */
  public long customers() {
    return ungraded + byGrade.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many have a grade; 0 for one that is not known. */
  public long of(String grade) {
    return byGrade.getOrDefault(grade, 0L);
  }
}
