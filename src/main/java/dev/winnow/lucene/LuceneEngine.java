package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.condition.Condition;
import dev.winnow.engine.Answer;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.Engine;
import dev.winnow.engine.Hit;
import dev.winnow.engine.Question;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.WriteResult;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/**
 * The engine of one machine, in one folder: {@code index/} is Lucene's, {@code journal/} holds the
 * writes since its last commit. Opening replays the journal, so it needs no help after a crash.
 */
public final class LuceneEngine implements Engine, CustomerStore {
  static final String INDEX = "index";
  static final String JOURNAL = "journal";

  private static final Logger LOG = Logger.getLogger(LuceneEngine.class.getName());
  private static final long COMMIT_JOURNAL_BYTES = 64L << 20;
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final long CACHE_BYTES = 256L << 20;

  private final Schema schema;
  private final KeywordQuery keywords;
  private final Highlights highlights;
  private final CustomerDocuments documents;
  private final ShownCustomers shown;
  private final Columns columns;
  private final MembershipQuestions memberships;
  private final CustomerIndex index;
  private final WriteLoop writes;
  private final CountingThreads counting =
      new CountingThreads(Runtime.getRuntime().availableProcessors());
  private final Cache<LeafEvaluator.Key, FixedBitSet> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((LeafEvaluator.Key _, FixedBitSet bits) -> 256 + bits.length() / Byte.SIZE)
          .build();
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("winnow-commit").factory());
  private final Object committing = new Object();
  private long lastCommit = System.nanoTime();

  private LuceneEngine(Path folder, Schema schema) throws IOException {
    this.schema = schema;
    keywords = new KeywordQuery(schema);
    highlights = new Highlights(keywords);
    documents = new CustomerDocuments(schema);
    shown = new ShownCustomers(documents);
    columns = new Columns(schema);
    memberships = new MembershipQuestions(schema, columns, keywords);
    index = new CustomerIndex(folder.resolve(INDEX), documents, columns, Layout.of(schema));
    try {
      writes = recover(folder.resolve(JOURNAL));
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
    background.scheduleWithFixedDelay(
        this::commitIfDue, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private WriteLoop recover(Path journalFolder) throws IOException {
    if (index.isOutdated()) {
      LOG.info("The schema has changed: indexing all customers again from their stored sources.");
      index.rebuild();
    }
    Replay replay = new Replay(index, index.counters());
    Journal journal = Journal.open(journalFolder, index.journalPosition(), replay::accept);
    return new WriteLoop(index, documents, journal, replay.counters());
  }

  /**
   * Opens the folder, or begins a new one.
   *
   * @throws WinnowException {@link ProblemCode#CORRUPT_DATA} when stored data is damaged
   */
  public static LuceneEngine open(Path folder, Schema schema) throws IOException {
    return new LuceneEngine(folder, schema);
  }

  @Override
  public Answer search(Question question) {
    return reading(searcher -> screen(searcher).answer(question));
  }

  @Override
  public List<Long> counts(List<Condition> conditions) {
    return reading(
        searcher -> {
          List<Long> counts = new ArrayList<>();
          for (Condition condition : conditions) {
            counts.add(Matches.count(searcher, evaluator(searcher), columns, condition));
          }
          return counts;
        });
  }

  @Override
  public Optional<StoredCustomer> get(String id) {
    return reading(
        searcher -> {
          Optional<LeafDocument> found = LeafDocument.find(searcher, id);
          return found.isEmpty() ? Optional.empty() : Optional.of(found.get().read(documents));
        });
  }

  @Override
  public Optional<List<Boolean>> evaluate(String id, List<Condition> conditions) {
    return reading(
        searcher -> {
          Optional<LeafDocument> found = LeafDocument.find(searcher, id);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          LeafEvaluator evaluator = evaluator(searcher);
          List<Boolean> results = new ArrayList<>();
          for (Condition condition : conditions) {
            FixedBitSet bits = evaluator.evaluate(found.get().leaf(), condition);
            results.add(bits.get(found.get().doc()));
          }
          return Optional.of(results);
        });
  }

  @Override
  public List<BitSet> memberships(List<String> ids, List<Condition> conditions) {
    return reading(searcher -> memberships.answer(searcher, ids, conditions));
  }

  @Override
  public List<Hit> suggest(String typed, Condition scope, int limit) {
    return reading(searcher -> screen(searcher).suggest(typed, scope, limit));
  }

  @Override
  public Snapshot snapshot() {
    try {
      return new LuceneSnapshot(index, index.acquire(), documents, columns, this::evaluator);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<WriteResult> apply(List<Write> changes, Durability durability) {
    return writes.apply(changes, durability);
  }

  @Override
  public void checkpoint() {
    try {
      commit();
    } catch (IOException e) {
      throw new WinnowException(
          ProblemCode.UNAVAILABLE, "The checkpoint could not be written: " + e.getMessage(), e);
    }
  }

  /** Heap taken by the columns of all leaves, in bytes. */
  public long columnBytes() {
    return columns.bytes();
  }

  /** Lets one question be counted by so many threads; by default all cores. */
  public void useThreads(int most) {
    counting.use(most);
  }

  @Override
  public void close() {
    counting.close();
    background.close();
    try {
      if (index.isOpen()) {
        commit();
      }
      writes.close();
      index.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commitIfDue() {
    boolean due = System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos();
    long size = writes.journalSize();
    if (size > COMMIT_JOURNAL_BYTES || (due && size > 0)) {
      try {
        commit();
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.SEVERE, "The index could not be committed; the journal keeps the writes.", e);
      }
    }
  }

  private void commit() throws IOException {
    synchronized (committing) {
      WriteLoop.Rolled rolled = writes.roll();
      index.commit(rolled.position(), rolled.counters());
      writes.forget(rolled.position());
      lastCommit = System.nanoTime();
    }
  }

  private LeafEvaluator evaluator(IndexSearcher searcher) {
    return new LeafEvaluator(schema, columns, keywords, new Weights(searcher), cache);
  }

  private Screen screen(IndexSearcher searcher) {
    return new Screen(
        schema, columns, shown, keywords, highlights, searcher, evaluator(searcher), counting);
  }

  private interface Reading<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      IndexSearcher searcher = index.acquire();
      try {
        return reading.with(searcher);
      } finally {
        index.release(searcher);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static WinnowException unreadable(IOException cause) {
    return new WinnowException(
        ProblemCode.UNAVAILABLE, "The index cannot be read: " + cause.getMessage(), cause);
  }
}
