package dev.winnow.lucene;

import dev.winnow.classify.Grading;
import dev.winnow.engine.Progress;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * The {@link Columns} that questions asked now are answered from. Another grading is worked out
 * beside them, in the background of questions and writes, and takes their place in one step.
 */
final class CurrentColumns implements Supplier<Columns> {
  private volatile Columns current;

  CurrentColumns(Schema schema, Grading grading) {
    Columns given = new Columns(schema);
    current = grading.equals(Grading.NONE) ? given : given.under(grading);
  }

  @Override
  public Columns get() {
    return current;
  }

  /**
   * Has all customers graded otherwise. Leaves written meanwhile get their columns at the end, or
   * else when they are first asked for.
   */
  synchronized void regrade(Grading grading, StateIndex<?> index, Progress progress)
      throws IOException {
    Columns next = current.under(grading);
    derive(next, index, progress);
    derive(next, index, Progress.NONE);
    current = next;
    derive(next, index, Progress.NONE);
  }

  private void derive(Columns next, StateIndex<?> index, Progress progress) throws IOException {
    IndexSearcher searcher = index.acquire();
    try {
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      long total = searcher.getIndexReader().maxDoc();
      long done = 0;
      progress.at(done, total);
      for (LeafReaderContext leaf : leaves) {
        next.derive(leaf.reader(), current);
        done += leaf.reader().maxDoc();
        progress.at(done, total);
      }
      next.warm(searcher.getIndexReader());
    } finally {
      index.release(searcher);
    }
  }
}
