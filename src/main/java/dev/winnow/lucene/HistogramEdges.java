package dev.winnow.lucene;

import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a histogram's buckets begin: round numbers, or calendar units for dates, covering all
 * values. Amounts that spread over orders of magnitude, as money does, get buckets that grow by 1,
 * 2, 5, 10 away from zero, so that the small ones do not all share the first bucket.
 *
 * @param edges ascending; bucket i is {@code [edges[i], edges[i + 1])}; at most {@link #MAX}
 *     buckets
 */
record HistogramEdges(List<Long> edges) {
  static final int MAX = 60;
  static final HistogramEdges NONE = new HistogramEdges(List.of());
  private static final int WANTED = 24;
  private static final long MOST = Long.MAX_VALUE / 2;
  private static final int[] FACTORS = {1, 2, 5};

  /** So that even 18 orders of magnitude on both sides of zero stay below {@link #MAX}. */
  private static final int[] FEW_FACTORS = {1};

  private static final List<Period> UNITS =
      List.of(
          Period.ofDays(1),
          Period.ofDays(7),
          Period.ofMonths(1),
          Period.ofMonths(3),
          Period.ofYears(1),
          Period.ofYears(5),
          Period.ofYears(10),
          Period.ofYears(100),
          Period.ofYears(1000));

  /** Edges for the values seen; none when there are none, which {@code min > max} says. */
  static HistogramEdges of(Field.Ordered field, long min, long max, long[] sample) {
    if (min > max) {
      return NONE;
    }
    return switch (field) {
      case Field.Date _ -> new HistogramEdges(dates(min, max));
      case Field.Number _, Field.Money _ -> {
        long unit = pow10(Scale.decimals(field));
        yield new HistogramEdges(
            isSkewed(min, max, sample) ? growing(min, max, sample, unit) : even(min, max, unit));
      }
    };
  }

  boolean covers(long min, long max) {
    return !edges.isEmpty() && edges.getFirst() <= min && max < edges.getLast();
  }

  /** The bucket of a value, from 0; the edges must cover it. */
  static int bucket(long[] edges, long value) {
    int low = 0;
    int high = edges.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (edges[middle] <= value) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int buckets() {
    return Math.max(0, edges.size() - 1);
  }

  private static boolean isSkewed(long min, long max, long[] sample) {
    long[] sorted = sample.clone();
    Arrays.sort(sorted);
    long low = sorted[sorted.length / 4];
    long high = sorted[sorted.length * 3 / 4];
    return (double) (max - min) > 12.0 * Math.max(1, high - low);
  }

  private static List<Long> growing(long min, long max, long[] sample, long unit) {
    long[] sizes = Arrays.stream(sample).map(Math::abs).sorted().toArray();
    long start = Math.max(unit, sizes[sizes.length / 20]);
    long power = Math.max(unit, pow10((int) Math.log10((double) start)));
    List<Long> edges = growing(min, max, power, FACTORS);
    return edges.size() <= MAX ? edges : growing(min, max, power, FEW_FACTORS);
  }

  private static List<Long> growing(long min, long max, long power, int[] factors) {
    List<Long> edges = new ArrayList<>();
    if (min < 0) {
      ladder(power, -min, factors).reversed().forEach(edge -> edges.add(-edge));
    }
    edges.add(0L);
    edges.addAll(ladder(power, Math.max(0, max) + 1, factors));
    return edges;
  }

  /** Growing edges from a power of ten to the first that is not less than the end. */
  private static List<Long> ladder(long from, long end, int[] factors) {
    List<Long> edges = new ArrayList<>(List.of(from));
    int next = 1;
    long power = from;
    while (edges.getLast() < Math.min(end, MOST)) {
      if (next == factors.length) {
        next = 0;
        power = saturated(power, 10);
      }
      edges.add(saturated(power, factors[next++]));
    }
    return edges;
  }

  private static List<Long> even(long min, long max, long unit) {
    long step = step(Math.max(1, (max - min) / WANTED), unit);
    List<Long> edges = new ArrayList<>();
    long edge = Math.floorDiv(min, step) * step;
    while (edge <= max) {
      edges.add(edge);
      edge += step;
    }
    edges.add(edge);
    return edges;
  }

  /** The least of 1, 2, 5, 10, … units that is not less than the wanted width. */
  private static long step(long wanted, long unit) {
    long power = unit;
    while (true) {
      for (int factor : FACTORS) {
        if (saturated(power, factor) >= wanted) {
          return saturated(power, factor);
        }
      }
      power = saturated(power, 10);
    }
  }

  private static List<Long> dates(long min, long max) {
    for (Period unit : UNITS) {
      List<Long> edges = new ArrayList<>();
      LocalDate edge = floor(LocalDate.ofEpochDay(min), unit);
      while (edge.toEpochDay() <= max && edges.size() <= MAX) {
        edges.add(edge.toEpochDay());
        edge = edge.plus(unit);
      }
      if (edges.size() <= MAX) {
        edges.add(edge.toEpochDay());
        return edges;
      }
    }
    throw new IllegalStateException("a span beyond the calendar: " + min + " to " + max);
  }

  private static LocalDate floor(LocalDate day, Period unit) {
    if (unit.getYears() > 0) {
      return LocalDate.of(Math.floorDiv(day.getYear(), unit.getYears()) * unit.getYears(), 1, 1);
    }
    if (unit.getMonths() > 0) {
      int month = (day.getMonthValue() - 1) / unit.getMonths() * unit.getMonths() + 1;
      return LocalDate.of(day.getYear(), month, 1);
    }
    return unit.getDays() == 7 ? day.minusDays(day.getDayOfWeek().getValue() - 1L) : day;
  }

  private static long pow10(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = saturated(power, 10);
    }
    return power;
  }

  private static long saturated(long value, long factor) {
    return value > MOST / factor ? MOST : value * factor;
  }
}
