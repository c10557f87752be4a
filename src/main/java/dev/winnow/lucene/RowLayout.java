package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Decides where the columns of a leaf lie in its {@link PackedRows}. Neighbours of few values share
 * a code of some bits, because a code is counted in one step for all of them.
 */
final class RowLayout {
  /** More codes would leave the first-level cache, and cost more to spread than is saved. */
  private static final int CODE_BITS = 10;

  /** Smaller leaves are counted column by column faster than codes could be spread. */
  private static final int MIN_DOCS = 4_096;

  private final List<Integer> used = new ArrayList<>();
  private final List<CodedColumns> columns = new ArrayList<>();

  private record Wide(String facet, Column column, List<PackedIds> places) {
    int bits() {
      return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(column.values() - 1));
    }
  }

  /** A layout of all columns that have a fixed number of places and not too many values. */
  static RowLayout of(Map<String, Column> facets, int maxDoc) {
    RowLayout layout = new RowLayout();
    List<Wide> single = new ArrayList<>();
    for (Map.Entry<String, Column> entry : facets.entrySet()) {
      Column column = entry.getValue();
      if (maxDoc < MIN_DOCS || !column.totals().kept()) {
        continue;
      }
      switch (column) {
        case SlottedColumn several ->
            layout.add(List.of(new Wide(entry.getKey(), column, several.places())));
        case SingleColumn one -> single.add(new Wide(entry.getKey(), column, List.of(one.ids())));
        case RunColumn _ -> {}
      }
    }
    single.sort(Comparator.comparingInt(Wide::bits).reversed());
    while (!single.isEmpty()) {
      layout.add(takeTogether(single));
    }
    return layout;
  }

  /** Takes the widest column and those that find room in the same code. */
  private static List<Wide> takeTogether(List<Wide> from) {
    List<Wide> taken = new ArrayList<>(List.of(from.removeFirst()));
    int bits = taken.getFirst().bits();
    for (Wide each : List.copyOf(from)) {
      if (bits + each.bits() <= CODE_BITS) {
        bits += each.bits();
        taken.add(each);
        from.remove(each);
      }
    }
    return taken;
  }

  private void add(List<Wide> together) {
    List<CodedColumns.Code> codes = new ArrayList<>();
    List<CodedColumns.Part> parts = new ArrayList<>();
    int bits = 0;
    for (int member = 0; member < together.size(); member++) {
      Wide column = together.get(member);
      for (int place = 0; place < column.places.size(); place++) {
        if (bits > 0 && bits + column.bits() > CODE_BITS) {
          codes.add(new CodedColumns.Code(place(bits), List.copyOf(parts)));
          parts.clear();
          bits = 0;
        }
        parts.add(new CodedColumns.Part(codes.size(), member, place, bits, column.bits()));
        bits += column.bits();
      }
    }
    codes.add(new CodedColumns.Code(place(bits), List.copyOf(parts)));
    columns.add(
        new CodedColumns(
            together.stream().map(Wide::facet).toList(),
            together.stream().map(Wide::column).toList(),
            List.copyOf(codes)));
  }

  /** The first word with so many bits left. */
  private PackedRows.Place place(int bits) {
    int word = 0;
    while (word < used.size() && used.get(word) + bits > Long.SIZE) {
      word++;
    }
    if (word == used.size()) {
      used.add(0);
    }
    int shift = used.get(word);
    used.set(word, shift + bits);
    return new PackedRows.Place(word, shift, bits);
  }

  /** Words of a row. */
  int width() {
    return used.size();
  }

  List<CodedColumns> columns() {
    return List.copyOf(columns);
  }
}
