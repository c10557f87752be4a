package dev.winnow.lucene;

import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** Leaves of customers are prepared when their columns are there. */
final class Warmed extends PreparedLeaves {
  private final Supplier<Columns> columns;

  Warmed(Supplier<Columns> columns) {
    this.columns = columns;
  }

  @Override
  void prepare(IndexReader reader) {
    columns.get().warm(reader);
  }

  @Override
  public void warm(LeafReader leaf) {
    columns.get().warm(leaf);
  }
}
