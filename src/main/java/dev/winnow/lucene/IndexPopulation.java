package dev.winnow.lucene;

import dev.winnow.classify.Inputs;
import dev.winnow.classify.Population;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** All live customers of a reader, for cut points to be found. */
final class IndexPopulation implements Population {
  private final IndexReader reader;
  private final Schema schema;
  private final Columns columns;

  IndexPopulation(IndexReader reader, Schema schema, Columns columns) {
    this.reader = reader;
    this.schema = schema;
    this.columns = columns;
  }

  @Override
  public long customers() {
    return reader.numDocs();
  }

  @Override
  public long[] amounts(String field) {
    long[] amounts = new long[reader.numDocs()];
    int count = 0;
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        FixedBitSet live = columns.live(leaf).live();
        NumericDocValues values = CustomerDocuments.ordered(leaf.reader(), field);
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          if (live.get(doc)) {
            amounts[count++] = values.longValue();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(amounts, count);
  }

  @Override
  public void each(List<String> fields, Consumer<Inputs> row) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        FixedBitSet live = columns.live(leaf).live();
        LeafInputs inputs = LeafInputs.seen(leaf, schema, columns, fields);
        for (int start = 0; start < live.length(); start += LeafInputs.CHUNK) {
          int end = Math.min(live.length(), start + LeafInputs.CHUNK);
          inputs.read(start, end);
          for (int doc = start; doc < end; doc++) {
            if (live.get(doc)) {
              inputs.at(doc);
              row.accept(inputs);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
