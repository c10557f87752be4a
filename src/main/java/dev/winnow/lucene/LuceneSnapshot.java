package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.lucene.search.IndexSearcher;

/** A searcher held open: its files stay on disk until it is closed. */
final class LuceneSnapshot implements Snapshot {
  private final StateIndex<?> index;
  private final IndexSearcher searcher;
  private final CustomerDocuments documents;
  private final Columns columns;
  private final Function<IndexSearcher, LeafEvaluator> evaluators;
  private final AtomicBoolean closed = new AtomicBoolean();

  LuceneSnapshot(
      StateIndex<?> index,
      IndexSearcher searcher,
      CustomerDocuments documents,
      Columns columns,
      Function<IndexSearcher, LeafEvaluator> evaluators) {
    this.index = index;
    this.searcher = searcher;
    this.documents = documents;
    this.columns = columns;
    this.evaluators = evaluators;
  }

  @Override
  public long count(Condition condition) {
    try {
      return Matches.count(searcher, evaluators.apply(searcher), columns, condition);
    } catch (IOException e) {
      throw DurableIndex.unreadable(e);
    }
  }

  @Override
  public List<StoredCustomer> members(Condition condition, long after, int limit) {
    try {
      List<StoredCustomer> members = new ArrayList<>();
      for (LeafDocument found : matches(condition).first(after, limit)) {
        members.add(found.read(documents, columns));
      }
      return members;
    } catch (IOException e) {
      throw DurableIndex.unreadable(e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        index.release(searcher);
      } catch (IOException e) {
        throw DurableIndex.unreadable(e);
      }
    }
  }

  private Matches matches(Condition condition) throws IOException {
    return new Matches(searcher, evaluators.apply(searcher), columns, condition);
  }
}
