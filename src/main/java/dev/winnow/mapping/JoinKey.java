package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.Lookup;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.ColumnProfile;
import dev.winnow.tables.Row;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the column by which the rows of another table belong to those of a table: it is named alike
 * in both, and no two rows of the other table have the same value in it.
 */
public final class JoinKey {
  private static final double LEAST_KNOWN = 0.5;
  private static final Set<String> KEYS =
      Set.of("id", "key", "code", "no", "nr", "number", "编号", "代码", "编码", "标识");

  private JoinKey() {}

  private record Pair(ColumnProfile own, int theirs, boolean sameName, Set<String> values) {
    /** The share of the table's values that the other table has, from 0 to 1. */
    double known() {
      List<String> known =
          Stream.concat(own.top().stream().map(ColumnProfile.Count::value), own.examples().stream())
              .distinct()
              .toList();
      return known.stream().filter(values::contains).count() / (double) Math.max(1, known.size());
    }
  }

  /**
   * How another table is joined.
   *
   * @param file name of the other table's file; the lookup is named after it
   * @param other read to its end, not closed
   * @throws WinnowException {@link ProblemCode#INVALID_MAPPING} when no column fits
   */
  public static Lookup find(String file, RowSource other, TableProfile own) {
    List<Pair> pairs = alike(file, other.header(), own);
    LookupRoom room = new LookupRoom();
    while (!pairs.isEmpty() && other.hasNext()) {
      Row row = other.next();
      room.take(row, file);
      if (row.cells().size() == other.header().size()) {
        pairs.removeIf(pair -> !add(pair, row.cells().get(pair.theirs()).strip()));
      }
    }
    return pairs.stream()
        .filter(pair -> pair.known() >= LEAST_KNOWN)
        .max(Comparator.comparing(Pair::sameName).thenComparingDouble(Pair::known))
        .map(pair -> lookup(file, other.header().get(pair.theirs()), pair.own().name()))
        .orElseThrow(() -> none(file, other.header()));
  }

  /** What a row of a table is, in the singular: order for orders.csv. */
  static String thing(String file) {
    List<String> words = HeaderWords.of(base(file));
    String last = words.isEmpty() ? "" : words.getLast();
    if (last.endsWith("ies")) {
      return last.substring(0, last.length() - 3) + "y";
    }
    return last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
  }

  private static List<Pair> alike(String file, List<String> header, TableProfile own) {
    List<Pair> pairs = new ArrayList<>();
    for (ColumnProfile column : own.columns()) {
      String name = HeaderWords.compact(column.name().substring(column.name().indexOf('.') + 1));
      for (int i = 0; i < header.size(); i++) {
        String theirs = HeaderWords.compact(header.get(i));
        boolean key = KEYS.contains(theirs) && name.equals(HeaderWords.fold(thing(file)) + theirs);
        if (name.equals(theirs) || key) {
          pairs.add(new Pair(column, i, name.equals(theirs), new HashSet<>()));
        }
      }
    }
    return pairs;
  }

  private static boolean add(Pair pair, String value) {
    return !value.isEmpty() && pair.values().add(value);
  }

  private static Lookup lookup(String file, String key, String by) {
    return new Lookup(base(file), file, new Column(key), new Column(by));
  }

  private static String base(String file) {
    int dot = file.indexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private static WinnowException none(String file, List<String> header) {
    return new WinnowException(
        ProblemCode.INVALID_MAPPING,
        List.of(
            new Fault(
                file,
                "No column of %s belongs to one of this table's.".formatted(Excerpt.quoted(file)),
                "A column of both must have the same name, and each of its values only one row"
                    + " there. It has the columns "
                    + String.join(", ", header)
                    + ".")));
  }
}
