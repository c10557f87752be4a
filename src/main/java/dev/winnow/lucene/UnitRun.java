package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sequence of units (characters, syllables, initials or digits), each with its alternatives, and
 * the n-grams over it. A gram begins at every unit and is cut short at the end of the run, so a
 * query for fewer than n units is a prefix, and one for more is a phrase of grams n apart.
 */
final class UnitRun {
  /** Stands before the first unit of a value. */
  static final String START = "^";

  /** Stands behind the last unit of a value. */
  static final String END = "$";

  private static final List<String> STARTS = List.of(START);
  private static final List<String> ENDS = List.of(END);

  /** Alternatives of one gram, so that characters with many readings stay affordable. */
  private static final int MAX_ALTERNATIVES = 16;

  private final int n;
  private final String separator;
  private final List<List<String>> units = new ArrayList<>();
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int step = 1;

  UnitRun(int n, String separator) {
    this.n = n;
    this.separator = separator;
  }

  /** Makes ready for another value. */
  void begin() {
    step = 1;
    units.clear();
  }

  void addStart(int offset) {
    add(STARTS, offset, offset);
  }

  void addEnd(int offset) {
    add(ENDS, offset, offset);
  }

  void add(List<String> alternatives, int start, int end) {
    int i = units.size();
    if (i == starts.length) {
      starts = Arrays.copyOf(starts, i * 2);
      ends = Arrays.copyOf(ends, i * 2);
    }
    units.add(alternatives);
    starts[i] = start;
    ends[i] = end;
  }

  /** Writes the grams of the run and begins the next one, which no phrase reaches over to. */
  @SuppressWarnings("ReferenceEquality")
  void write(Terms terms) {
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) == ENDS) {
        continue;
      }
      int to = Math.min(i + n, units.size());
      int endOffset = ends[units.get(to - 1) == ENDS ? to - 2 : to - 1];
      writeGrams(terms, i, to, endOffset);
    }
    units.clear();
    step = 2;
  }

  private void writeGrams(Terms terms, int from, int to, int endOffset) {
    int combinations = 1;
    for (int i = from; i < to; i++) {
      combinations = Math.min(combinations * units.get(i).size(), MAX_ALTERNATIVES);
    }
    for (int c = 0; c < combinations; c++) {
      int rest = c;
      for (int i = from; i < to; i++) {
        List<String> alternatives = units.get(i);
        if (i > from) {
          terms.append(separator);
        }
        terms.append(alternatives.get(rest % alternatives.size()));
        rest /= alternatives.size();
      }
      terms.finish(c == 0 ? step : 0, starts[from], endOffset);
      step = 1;
    }
  }
}
