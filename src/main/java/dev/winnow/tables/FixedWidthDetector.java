package dev.winnow.tables;

import dev.winnow.tables.TableFormat.Place;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds columns of fixed width: places in the line that are blank from the first to the last line
 * are what separates them.
 */
final class FixedWidthDetector {
  private static final int LONGEST = 4096;
  private static final int FEWEST_LINES = 10;

  private FixedWidthDetector() {}

  /** The columns, called column 1, column 2, …; empty when the file has none. */
  static Optional<TableFormat> detect(Path file, Charset charset) {
    BitSet filled = new BitSet();
    BitSet lengths = new BitSet();
    int lines = 0;
    try (LineReader reader = new LineReader(file, charset)) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        if (line.length() > LONGEST || line.indexOf('\t') >= 0) {
          return Optional.empty();
        }
        if (!line.isBlank()) {
          lines++;
          lengths.set(line.stripTrailing().length());
          fill(filled, line);
        }
      }
    }
    List<Place> places = places(filled);
    boolean enough = lines >= FEWEST_LINES || (lines > 2 && lengths.cardinality() == 1);
    return enough && places.size() > 1
        ? Optional.of(new TableFormat.FixedWidth(charset, places))
        : Optional.empty();
  }

  private static void fill(BitSet filled, String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) > ' ' && line.charAt(i) != '\u3000') {
        filled.set(i);
      }
    }
  }

  private static List<Place> places(BitSet filled) {
    List<Place> places = new ArrayList<>();
    int from = filled.nextSetBit(0);
    while (from >= 0) {
      int to = filled.nextClearBit(from);
      places.add(new Place("column " + (places.size() + 1), from + 1, to));
      from = filled.nextSetBit(to);
    }
    return places;
  }
}
