package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.engine.KeyedCustomers;
import dev.winnow.engine.Progress;
import dev.winnow.lucene.MatchKeys.Cursor;
import dev.winnow.lucene.MatchKeys.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/** {@link KeyedCustomers} of a searcher held open; places are its document numbers. */
final class LuceneKeyedCustomers implements KeyedCustomers {
  private static final int REPORT_EVERY = 1 << 14;

  private final StateIndex<?> index;
  private final IndexSearcher searcher;
  private final CustomerDocuments documents;
  private final AtomicBoolean closed = new AtomicBoolean();

  LuceneKeyedCustomers(StateIndex<?> index, IndexSearcher searcher, CustomerDocuments documents) {
    this.index = index;
    this.searcher = searcher;
    this.documents = documents;
  }

  @Override
  public int places() {
    return searcher.getIndexReader().maxDoc();
  }

  @Override
  public void read(int from, int to, IntPredicate wanted, ObjIntConsumer<Customer> reader) {
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        int end = Math.min(to - leaf.docBase, leaf.reader().maxDoc());
        int first = Math.max(0, from - leaf.docBase);
        if (first < end) {
          CustomerScan scan = new CustomerScan(leaf.reader(), documents, true);
          Bits live = leaf.reader().getLiveDocs();
          for (int doc = first; doc < end; doc++) {
            if ((live == null || live.get(doc)) && wanted.test(leaf.docBase + doc)) {
              reader.accept(scan.read(doc), leaf.docBase + doc);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void blocks(Blocks blocks, Progress progress) {
    try {
      walk(blocks, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void walk(Blocks blocks, Progress progress) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    PriorityQueue<Cursor> queue = new PriorityQueue<>(Comparator.comparingLong(Cursor::key));
    for (Cursor cursor : Cursor.of(leaves)) {
      if (cursor.next()) {
        queue.add(cursor);
      }
    }
    long total = 0;
    for (LeafReaderContext leaf : leaves) {
      var terms = leaf.reader().terms(MatchKeys.FIELD);
      total += terms == null ? 0 : terms.size();
    }
    long done = 0;
    Places places = new Places();
    while (!queue.isEmpty()) {
      long key = queue.element().key();
      places.clear();
      while (!queue.isEmpty() && queue.element().key() == key) {
        Cursor cursor = queue.remove();
        if (cursor.frequency() > 1 || places.count() > 0 || sharesKey(queue, key)) {
          cursor.addTo(places);
        }
        if (cursor.next()) {
          queue.add(cursor);
        }
        done++;
        if (done % REPORT_EVERY == 0) {
          progress.at(done, total);
        }
      }
      if (places.count() > 1) {
        Arrays.sort(places.values(), 0, places.count());
        blocks.block(key, places.values(), places.count());
      }
    }
  }

  private static boolean sharesKey(PriorityQueue<Cursor> queue, long key) {
    return !queue.isEmpty() && queue.element().key() == key;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        index.release(searcher);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
