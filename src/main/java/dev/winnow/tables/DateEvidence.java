package dev.winnow.tables;

import dev.winnow.tables.ColumnProfile.Dates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How the days of a column are written, counted over all of its cells. Whether the day or the month
 * comes first is decided by numbers above twelve.
 */
final class DateEvidence {
  /** Stands for serial numbers among patterns. */
  static final String EXCEL = "excel";

  private static final Pattern PADDED = Pattern.compile("(?<!M)M(?=M(?!M))|d(?=d)|H(?=H)");
  private static final int MONTHS = 12;
  private static final int POINT = 2;

  /** A few values out of order are slips; more are a second habit. */
  private static final int SLIPS = 50;

  private final Map<Integer, Shape> shapes = new TreeMap<>();
  private long times;

  /** Most cells are written like the one above. */
  private int lastShape = -1;

  private Shape last = new Shape();

  private static final class Shape {
    private long count;
    private long dayFirst;
    private long monthFirst;
  }

  void add(DateScanner date, long count) {
    if (date.shape() != lastShape) {
      lastShape = date.shape();
      last = shapes.computeIfAbsent(lastShape, _ -> new Shape());
    }
    Shape shape = last;
    shape.count += count;
    shape.dayFirst += date.first() > MONTHS ? count : 0;
    shape.monthFirst += date.second() > MONTHS ? count : 0;
    times += date.hasTime() ? count : 0;
  }

  /** Which comes first: 1 for the day, 0 for the month, -1 for both; empty if nothing says so. */
  OptionalInt order() {
    long day = shapes.values().stream().mapToLong(shape -> shape.dayFirst).sum();
    long month = shapes.values().stream().mapToLong(shape -> shape.monthFirst).sum();
    if (day == 0 && month == 0) {
      boolean points =
          isOpen() && openShapes().stream().allMatch(shape -> (shape >> 4 & 3) == POINT);
      return points ? OptionalInt.of(1) : OptionalInt.empty();
    }
    if (Math.min(day, month) * SLIPS > day + month) {
      return OptionalInt.of(-1);
    }
    return OptionalInt.of(day > month ? 1 : 0);
  }

  /** Whether there are days whose order of day and month is not given by the way of writing. */
  boolean isOpen() {
    return !openShapes().isEmpty();
  }

  private List<Integer> openShapes() {
    return shapes.keySet().stream()
        .filter(shape -> DatePattern.order(shape) == DateScanner.Order.NUMERIC)
        .toList();
  }

  /**
   * @param elsewhere whether the day comes first in the table's other columns, which decides where
   *     this one does not
   * @param serials cells with serial numbers
   */
  Dates content(Optional<Boolean> elsewhere, long serials) {
    OptionalInt own = order();
    int order = own.orElseGet(() -> elsewhere.map(dayFirst -> dayFirst ? 1 : 0).orElse(-1));
    Map<String, Long> patterns = new TreeMap<>();
    for (Map.Entry<Integer, Shape> entry : shapes.entrySet()) {
      int key = entry.getKey();
      Shape shape = entry.getValue();
      boolean open = DatePattern.order(key) == DateScanner.Order.NUMERIC;
      if (!open) {
        patterns.merge(DatePattern.of(key, false), shape.count, Long::sum);
      } else {
        long minority = order == 1 ? shape.monthFirst : order == 0 ? shape.dayFirst : 0;
        boolean both = order == -1;
        long day = order == 1 ? shape.count - minority : both ? shape.dayFirst : minority;
        long month = order == 0 ? shape.count - minority : both ? shape.count - day : minority;
        add(patterns, DatePattern.of(key, true), both ? Math.max(day, 1) : day);
        add(patterns, DatePattern.of(key, false), both ? Math.max(month, 1) : month);
      }
    }
    loosen(patterns);
    add(patterns, EXCEL, serials);
    return new Dates(commonest(patterns), isOpen() && order == -1, times > 0);
  }

  /** A pattern for numbers with a zero in front is needless beside one that needs none. */
  private static void loosen(Map<String, Long> patterns) {
    for (String pattern : List.copyOf(patterns.keySet())) {
      String loose = PADDED.matcher(pattern).replaceAll("");
      if (!loose.equals(pattern) && patterns.containsKey(loose)) {
        patterns.merge(loose, patterns.getOrDefault(pattern, 0L), Long::sum);
        patterns.remove(pattern);
      }
    }
  }

  private static void add(Map<String, Long> patterns, String pattern, long count) {
    if (count > 0) {
      patterns.merge(pattern, count, Long::sum);
    }
  }

  private static List<String> commonest(Map<String, Long> patterns) {
    List<Map.Entry<String, Long>> entries = new ArrayList<>(patterns.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    Set<String> result = new LinkedHashSet<>();
    entries.forEach(entry -> result.add(entry.getKey()));
    return List.copyOf(result);
  }
}
