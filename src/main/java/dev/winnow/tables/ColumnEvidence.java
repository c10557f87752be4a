package dev.winnow.tables;

import dev.winnow.tables.ColumnProfile.Odd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What the cells of one column have shown so far; {@link ColumnVerdict} says what it means. */
final class ColumnEvidence {
  private static final int SAMPLES = 10;
  private static final int LONGEST = 200;

  private final String name;
  private final ValueCounts values;
  private final DateScanner date;
  private final NumberScanner number = new NumberScanner();
  private final Kinds kinds;
  private final @Nullable Kind[] found = new Kind[Kinds.COUNT];
  private final Map<String, Long> nulls = new LinkedHashMap<>();
  private final NumberEvidence numbers = new NumberEvidence();
  private final DateEvidence dates = new DateEvidence();
  private final List<Odd> unreadable = new ArrayList<>();
  private long row;
  private long rows;
  private long blanks;
  private long clearPhones;
  private long zeroCodes;
  private int shortestCode = Integer.MAX_VALUE;
  private int longestCode;

  /** Cells of the same kinds. */
  private static final class Kind {
    private final List<Odd> samples = new ArrayList<>();
    private long count;
  }

  ColumnEvidence(String name, int limit) {
    this.name = name;
    this.values = new ValueCounts(limit);
    this.date = new DateScanner(name);
    this.kinds = new Kinds(date, number);
  }

  void add(String cell, long rowNumber) {
    rows++;
    row = rowNumber;
    String text = cell.strip();
    if (text.isEmpty()) {
      blanks++;
      return;
    }
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST) + "… " + Integer.toHexString(text.hashCode());
    }
    if (values.add(text, this::count)) {
      count(text, 1);
    }
  }

  private void count(String text, long count) {
    if (text.indexOf(RowSource.UNREADABLE) >= 0 && unreadable.size() < SAMPLES) {
      unreadable.add(new Odd(row, text));
    }
    int is = kinds.of(Chars.narrow(text));
    Kind kind = found[is];
    if (kind == null) {
      kind = new Kind();
      found[is] = kind;
    }
    kind.count += count;
    if (kind.samples.size() < SAMPLES) {
      kind.samples.add(new Odd(row, text));
    }
    if (Kinds.has(is, Kinds.NULL | Kinds.MAYBE_NULL)) {
      nulls.merge(text, count, Long::sum);
    }
    if (Kinds.has(is, Kinds.NUMBER)) {
      numbers.add(number, Chars.narrow(text), count);
    }
    if (Kinds.has(is, Kinds.DATE)) {
      dates.add(date, count);
    }
    if (Kinds.has(is, Kinds.PHONE)) {
      clearPhones += Phones.isClear(text) ? count : 0;
    }
    if (Kinds.has(is, Kinds.CODE)) {
      zeroCodes += Chars.areDigits(text) ? count : 0;
      shortestCode = Math.min(shortestCode, text.length());
      longestCode = Math.max(longestCode, text.length());
    }
  }

  /** Must be called before anything is asked. */
  void end() {
    values.tell(this::count);
  }

  String name() {
    return name;
  }

  long rows() {
    return rows;
  }

  /** Cells that are not blank. */
  long texts() {
    return rows - blanks;
  }

  /** Cells that have one of these kinds. */
  long of(int any) {
    return count(is -> Kinds.has(is, any));
  }

  /** Cells that have the first kind, but none of the others. */
  long only(int kind, int without) {
    return count(is -> Kinds.has(is, kind) && !Kinds.has(is, without));
  }

  private long count(IntPredicate which) {
    long count = 0;
    for (int is = 0; is < found.length; is++) {
      Kind kind = found[is];
      count += kind != null && which.test(is) ? kind.count : 0;
    }
    return count;
  }

  /** Some cells that have none of these kinds, from the first rows on. */
  List<Odd> without(int any) {
    List<Odd> odd = new ArrayList<>();
    for (int is = 0; is < found.length; is++) {
      Kind kind = found[is];
      if (kind != null && !Kinds.has(is, any)) {
        odd.addAll(kind.samples);
      }
    }
    return odd;
  }

  /** Texts that may mean "no value", with their counts. */
  Map<String, Long> nulls() {
    return nulls;
  }

  ValueCounts values() {
    return values;
  }

  NumberEvidence numbers() {
    return numbers;
  }

  DateEvidence dates() {
    return dates;
  }

  /** Cells with bytes that are no text. */
  List<Odd> unreadable() {
    return unreadable;
  }

  /** Telephone numbers that can hardly be anything else. */
  long clearPhones() {
    return clearPhones;
  }

  /** Figures that are codes: with zeros in front, or longer than any number. */
  long zeroCodes() {
    return zeroCodes;
  }

  boolean codesHaveOneLength() {
    return shortestCode == longestCode;
  }
}
