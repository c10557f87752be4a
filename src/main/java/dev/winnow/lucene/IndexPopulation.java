package dev.winnow.lucene;

import dev.winnow.classify.Inputs;
import dev.winnow.classify.Population;
import dev.winnow.schema.Records;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** All live customers of a reader but the archived ones, for cut points to be found. */
final class IndexPopulation implements Population {
  private final IndexReader reader;
  private final Schema schema;
  private final Columns columns;
  private final Map<LeafReaderContext, FixedBitSet> customers = new HashMap<>();

  IndexPopulation(IndexReader reader, Schema schema, Columns columns) {
    this.reader = reader;
    this.schema = schema;
    this.columns = columns;
  }

  @Override
  public long customers() {
    long sum = 0;
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        sum += customers(leaf).cardinality();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  @Override
  public long[] amounts(String field) {
    long[] amounts = new long[reader.numDocs()];
    int count = 0;
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        FixedBitSet customers = customers(leaf);
        NumericDocValues values = CustomerDocuments.ordered(leaf.reader(), field);
        for (int doc = values.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = values.nextDoc()) {
          if (customers.get(doc)) {
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
        FixedBitSet customers = customers(leaf);
        LeafInputs inputs = LeafInputs.seen(leaf, schema, columns, fields);
        for (int start = 0; start < customers.length(); start += LeafInputs.CHUNK) {
          int end = Math.min(customers.length(), start + LeafInputs.CHUNK);
          inputs.read(start, end);
          for (int doc = start; doc < end; doc++) {
            if (customers.get(doc)) {
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

  private FixedBitSet customers(LeafReaderContext leaf) throws IOException {
    FixedBitSet known = customers.get(leaf);
    if (known != null) {
      return known;
    }
    FixedBitSet live = columns.live(leaf).live();
    Optional<String> archived = schema.records().field(Records.Kind.ARCHIVED);
    FixedBitSet present = archived.isEmpty() ? live : without(live, leaf.reader(), archived.get());
    customers.put(leaf, present);
    return present;
  }

  private static FixedBitSet without(FixedBitSet live, LeafReader reader, String field)
      throws IOException {
    FixedBitSet rest = live.clone();
    NumericDocValues values = CustomerDocuments.ordered(reader, field);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      rest.clear(doc);
    }
    return rest;
  }
}
