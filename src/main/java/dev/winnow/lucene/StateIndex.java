// Longer than 300 lines because opening, refreshing, committing and rebuilding share the writer and
// its searchers.
package dev.winnow.lucene;

import dev.winnow.lucene.Journal.Position;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * A Lucene index of states by id: applies decided writes, finds the present state of an id, and
 * hands out searchers that see every write acknowledged before.
 *
 * <p>{@link #find} sees writes that no searcher shows yet, through {@link PendingStates}. Only the
 * write loop calls {@link #find}, {@link #apply} and {@link #settle}.
 */
final class StateIndex<T> implements Closeable {
  /** A share of the heap; a large buffer makes few, large leaves. */
  private static final long BUFFER_BYTES =
      Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 8);

  private static final long MAX_PENDING_BYTES = BUFFER_BYTES / 2;
  private static final String JOURNAL_FILE = "journal.file";
  private static final String JOURNAL_OFFSET = "journal.offset";
  private static final String NEXT_NUMBER = "next.number";
  private static final String NEXT_VERSION = "next.version";
  private static final String LAYOUT = "layout";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final StateDocuments<T> documents;
  private final String layout;
  private final Lanes<T> lanes = new Lanes<>(this::writePending);
  private final PendingStates pending = new PendingStates();
  private final Map<String, String> notes = new ConcurrentHashMap<>();
  private final AtomicLong applied = new AtomicLong();
  private final AtomicLong visible = new AtomicLong();
  private boolean unshown;

  /**
   * @param order in which a leaf holds its documents; empty for that of their arrival
   * @param leaves opens searchers
   * @param layout names how documents are laid out; when it changes, all are written again
   */
  StateIndex(
      Path folder,
      StateDocuments<T> documents,
      Optional<Sort> order,
      PreparedLeaves leaves,
      String layout)
      throws IOException {
    this.documents = documents;
    this.layout = layout;
    directory = FSDirectory.open(folder);
    IndexWriterConfig config = new IndexWriterConfig(KeywordFields.analyzer());
    config.setSimilarity(KeywordFields.similarity());
    config.setRAMBufferSizeMB((double) (BUFFER_BYTES >> 20));
    config.setCommitOnClose(false);
    config.setMergedSegmentWarmer(leaves);
    order.ifPresent(config::setIndexSort);
    writer = new IndexWriter(directory, config);
    notes.putAll(commitData());
    searchers = new SearcherManager(writer, leaves);
    searchers.addListener(pending);
  }

  /** Where the journal has to be replayed from. */
  Position journalPosition() {
    Map<String, String> data = commitData();
    return new Position(
        Long.parseLong(data.getOrDefault(JOURNAL_FILE, "0")),
        Long.parseLong(data.getOrDefault(JOURNAL_OFFSET, "0")));
  }

  /** Numbers and versions that were never given before. */
  Counters counters() throws IOException {
    Map<String, String> data = commitData();
    long number = Long.parseLong(data.getOrDefault(NEXT_NUMBER, "0")) - 1;
    long version = Long.parseLong(data.getOrDefault(NEXT_VERSION, "1")) - 1;
    IndexSearcher searcher = acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        number = Math.max(number, max(leaf, StoredState.NUMBER));
        version = Math.max(version, max(leaf, StoredState.VERSION));
      }
    } finally {
      release(searcher);
    }
    return new Counters(number + 1, version + 1);
  }

  /** Whether the index was written with another layout or schema and has to be rebuilt. */
  boolean isOutdated() {
    return writer.getDocStats().maxDoc > 0 && !layout.equals(commitData().get(LAYOUT));
  }

  /** Writes every state again from its stored source, in the present layout. */
  void rebuild() throws IOException {
    IndexSearcher searcher = acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            StoredState state = StoredState.read(leaf.reader(), doc);
            write(new StateChange<>(state, false, Optional.empty(), ""));
          }
        }
      }
    } finally {
      release(searcher);
    }
    commit(journalPosition(), counters());
  }

  /** The present state, applied writes included; empty when the id was never seen or is deleted. */
  Optional<StoredState> find(String id) {
    Optional<StoredState> unseen = pending.find(id);
    if (unseen.isPresent()) {
      return unseen.filter(found -> !found.deleted());
    }
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return find(searcher, id);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Brings ids to the given states, at most one for each.
   *
   * @param show whether to do it before returning, and everything before it, for all searchers
   *     acquired afterwards; otherwise it is done by the next {@link #settle} at the latest
   */
  void apply(Collection<StateChange<T>> changes, boolean show) throws IOException {
    changes.forEach(change -> pending.begin(change.state()));
    lanes.begin(changes);
    unshown |= !changes.isEmpty();
    if (show && unshown) {
      lanes.settle();
      applied.incrementAndGet();
      unshown = false;
    }
    if (pending.bytes() > MAX_PENDING_BYTES) {
      lanes.settle();
      searchers.maybeRefreshBlocking();
    }
  }

  /** Waits until all changes are applied. */
  void settle() throws IOException {
    lanes.settle();
  }

  /**
   * A searcher that sees every write acknowledged before the call; to be released.
   *
   * @throws WinnowException UNAVAILABLE after the index writer gave up, as on a full disk: older
   *     searchers still work then, but miss acknowledged writes
   */
  IndexSearcher acquire() throws IOException {
    requireOpen();
    long wanted = applied.get();
    if (visible.get() < wanted) {
      searchers.maybeRefreshBlocking();
      visible.accumulateAndGet(wanted, Math::max);
    }
    requireOpen();
    return searchers.acquire();
  }

  private void requireOpen() {
    if (!writer.isOpen()) {
      throw new WinnowException(
          ProblemCode.UNAVAILABLE,
          "The index could not be written, as on a full disk. Make room and start Winnow again; the"
              + " journal has every acknowledged write.");
    }
  }

  void release(IndexSearcher searcher) throws IOException {
    searchers.release(searcher);
  }

  /** Makes all applied writes durable, remembering where the journal goes on. */
  void commit(Position position, Counters counters) throws IOException {
    Map<String, String> data = new HashMap<>(notes);
    data.put(JOURNAL_FILE, Long.toString(position.file()));
    data.put(JOURNAL_OFFSET, Long.toString(position.offset()));
    data.put(NEXT_NUMBER, Long.toString(counters.number()));
    data.put(NEXT_VERSION, Long.toString(counters.version()));
    data.put(LAYOUT, layout);
    writer.setLiveCommitData(data.entrySet());
    flush();
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  /** Each lane has filled a buffer; a commit alone would write them one after the other. */
  private void flush() throws IOException {
    try {
      IntStream.range(0, Runtime.getRuntime().availableProcessors())
          .parallel()
          .forEach(
              _ -> {
                try {
                  writer.flushNextBuffer();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Something to be remembered by every commit from now on. */
  void note(String name, String value) {
    notes.put(name, value);
  }

  /** What was noted last, also before the index was opened. */
  Optional<String> noted(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  boolean isOpen() {
    return writer.isOpen();
  }

  @Override
  public void close() throws IOException {
    lanes.close();
    searchers.close();
    writer.rollback();
    directory.close();
  }

  private void writePending(StateChange<T> change) throws IOException {
    write(change);
    pending.written(change.state());
  }

  private void write(StateChange<T> change) throws IOException {
    StoredState state = change.state();
    if (state.deleted()) {
      writer.deleteDocuments(StoredState.byId(state.id()));
    } else {
      Document document = documents.document(state, change.content());
      if (change.isNew()) {
        writer.addDocument(document);
      } else {
        writer.updateDocument(StoredState.byId(state.id()), document);
      }
    }
  }

  private Optional<StoredState> find(IndexSearcher searcher, String id) throws IOException {
    BytesRef term = new BytesRef(id);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves().reversed()) {
      if (leaf.reader().terms(StoredState.ID) == null) {
        continue;
      }
      TermsEnum terms = leaf.reader().terms(StoredState.ID).iterator();
      if (!terms.seekExact(term)) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      PostingsEnum docs = terms.postings(null, PostingsEnum.NONE);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          return Optional.of(StoredState.read(leaf.reader(), doc));
        }
      }
    }
    return Optional.empty();
  }

  private Map<String, String> commitData() {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
    if (live != null) {
      live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  private static long max(LeafReaderContext leaf, String field) throws IOException {
    long max = -1;
    NumericDocValues values = leaf.reader().getNumericDocValues(field);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      max = Math.max(max, values.longValue());
    }
    return max;
  }
}
