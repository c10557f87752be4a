package dev.winnow.lucene;

import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/** Reads the {@link Column}s of a leaf from its doc values. */
final class ColumnBuilder {
  /** Smaller leaves, such as those of single writes, are walked faster than they are inverted. */
  private static final int MIN_INVERTED = 512;

  private final LeafReader reader;
  private final int maxDoc;

  ColumnBuilder(LeafReader reader) {
    this.reader = reader;
    this.maxDoc = reader.maxDoc();
  }

  /** The column of a worded facet. */
  Column facet(Field field, ValueDictionary dictionary) throws IOException {
    SortedSetDocValues values = CustomerDocuments.words(reader, field.name());
    int[] globals = new int[Math.toIntExact(values.getValueCount())];
    for (int ord = 0; ord < globals.length; ord++) {
      globals[ord] = dictionary.add(values.lookupOrd(ord).utf8ToString());
    }
    return field.multi()
        ? multi(values, globals, dictionary.values())
        : facet(values, globals, dictionary.size());
  }

  /** The buckets of an ordered field, numbered from 1; 0 where there is no value. */
  Column buckets(String field, HistogramEdges edges) throws IOException {
    long[] bounds = edges.edges().stream().mapToLong(Long::longValue).toArray();
    int[] ids = new int[maxDoc];
    NumericDocValues values = CustomerDocuments.ordered(reader, field);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      ids[doc] = HistogramEdges.bucket(bounds, values.longValue()) + 1;
    }
    return single(ids, edges.buckets() + 1);
  }

  private Column facet(SortedSetDocValues values, int[] globals, int size) throws IOException {
    int[] ids = new int[maxDoc];
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      ids[doc] = globals[Math.toIntExact(values.nextOrd())];
    }
    return single(ids, size);
  }

  /** A column of one value or none for each document, by number. */
  Column single(int[] ids, int size) {
    BlockTotals totals = BlockTotals.sized(maxDoc, size);
    for (int doc = 0; doc < maxDoc; doc++) {
      totals.add(doc, ids[doc]);
    }
    Optional<ValuePostings> postings =
        invert(
            totals,
            size,
            sink -> {
              for (int doc = 0; doc < maxDoc; doc++) {
                sink.accept(doc, ids[doc]);
              }
            });
    return new SingleColumn(PackedIds.of(ids, maxDoc), maxDoc, size, totals, postings);
  }

  private Column multi(SortedSetDocValues values, int[] globals, ValueDictionary.Values dictionary)
      throws IOException {
    int[] starts = new int[maxDoc + 1];
    int[] ids = new int[maxDoc];
    int[] own = new int[16];
    int end = 0;
    int with = values.nextDoc();
    for (int doc = 0; doc < maxDoc; doc++) {
      int count = 0;
      if (doc == with) {
        for (int i = 0; i < values.docValueCount(); i++) {
          own = ArrayUtil.grow(own, count + 64);
          count = addWithAncestors(own, count, globals[(int) values.nextOrd()], dictionary);
        }
        with = values.nextDoc();
      }
      ids = ArrayUtil.grow(ids, end + count);
      System.arraycopy(own, 0, ids, end, count);
      end += count;
      starts[doc + 1] = end;
    }
    return multi(starts, ids, dictionary.size());
  }

  private Column multi(int[] starts, int[] ids, int size) {
    ValuePostings.Source pairs = sink -> forEach(starts, ids, sink);
    BlockTotals totals = BlockTotals.sized(maxDoc, size);
    pairs.forEach(totals::add);
    Optional<ValuePostings> postings = invert(totals, size, pairs);
    int most = 0;
    for (int doc = 0; doc < maxDoc; doc++) {
      most = Math.max(most, starts[doc + 1] - starts[doc]);
    }
    if (most <= SlottedColumn.MAX_WIDTH) {
      return new SlottedColumn(places(starts, ids, most), maxDoc, size, totals, postings);
    }
    ValuePlaces places = ValuePlaces.of(starts);
    return new RunColumn(
        places,
        PackedIds.of(ids, starts[maxDoc]),
        size,
        totals,
        postings,
        RunColumn.costPerDocument(places));
  }

  private List<PackedIds> places(int[] starts, int[] ids, int most) {
    List<PackedIds> places = new ArrayList<>();
    int[] numbers = new int[maxDoc];
    for (int place = 0; place < Math.max(1, most); place++) {
      for (int doc = 0; doc < maxDoc; doc++) {
        int at = starts[doc] + place;
        numbers[doc] = at < starts[doc + 1] ? ids[at] : ValueDictionary.NONE;
      }
      places.add(PackedIds.of(numbers, maxDoc));
    }
    return List.copyOf(places);
  }

  private void forEach(int[] starts, int[] ids, ValuePostings.Sink sink) {
    for (int doc = 0; doc < maxDoc; doc++) {
      if (starts[doc] == starts[doc + 1]) {
        sink.accept(doc, ValueDictionary.NONE);
      }
      for (int at = starts[doc]; at < starts[doc + 1]; at++) {
        sink.accept(doc, ids[at]);
      }
    }
  }

  private Optional<ValuePostings> invert(
      BlockTotals totals, int size, ValuePostings.Source source) {
    return totals.kept() && maxDoc >= MIN_INVERTED
        ? Optional.of(ValuePostings.build(maxDoc, size, totals, source))
        : Optional.empty();
  }

  private static int addWithAncestors(
      int[] own, int count, int node, ValueDictionary.Values dictionary) {
    int length = count;
    for (int at = node; at != ValueDictionary.NONE; at = dictionary.parents()[at]) {
      boolean known = false;
      for (int i = 0; i < length; i++) {
        known |= own[i] == at;
      }
      if (known) {
        break;
      }
      own[length++] = at;
    }
    return length;
  }
}
