// Longer than 300 lines because every question of the port has its few lines here.
package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.activity.Currencies;
import dev.winnow.classify.Grading;
import dev.winnow.classify.Population;
import dev.winnow.condition.Condition;
import dev.winnow.customer.CustomerLayers;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.Answer;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.Engine;
import dev.winnow.engine.Hit;
import dev.winnow.engine.MatchIndex;
import dev.winnow.engine.Progress;
import dev.winnow.engine.Question;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.WhatIfAnswer;
import dev.winnow.engine.Write;
import dev.winnow.engine.WriteResult;
import dev.winnow.matching.Matching;
import dev.winnow.problem.ProblemCode;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/**
 * The engine of one machine, in one folder: {@code index/} is Lucene's, {@code journal/} holds the
 * writes since its last commit. Opening replays the journal, so it needs no help after a crash.
 */
public final class LuceneEngine implements Engine, CustomerStore {
  static final String INDEX = "index";
  static final String JOURNAL = "journal";

  private static final long CACHE_BYTES = 256L << 20;

  private final Schema schema;
  private final KeywordQuery keywords;
  private final Highlights highlights;
  private final CustomerDocuments documents;
  private final ShownCustomers shown;
  private final CurrentColumns columns;
  private final MembershipQuestions memberships;
  private final DurableIndex<EncodedWrite, WriteResult, CustomerLayers> customers;
  private final LuceneActivities activities;
  private final CountingThreads counting =
      new CountingThreads(Runtime.getRuntime().availableProcessors());
  private final Cache<LeafEvaluator.Key, FixedBitSet> cache =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumWeight(CACHE_BYTES)
          .weigher((LeafEvaluator.Key _, FixedBitSet bits) -> 256 + bits.length() / Byte.SIZE)
          .build();

  private LuceneEngine(
      Path folder,
      Schema schema,
      Currencies currencies,
      ZoneId zone,
      Grading grading,
      Matching matching)
      throws IOException {
    this.schema = schema;
    keywords = new KeywordQuery(schema);
    highlights = new Highlights(keywords);
    documents = new CustomerDocuments(schema, zone, matching);
    shown = new ShownCustomers(documents);
    columns = new CurrentColumns(schema, grading);
    memberships = new MembershipQuestions(schema, keywords);
    customers =
        new DurableIndex<>(
            "customers",
            new StateIndex<>(
                folder.resolve(INDEX),
                documents,
                Optional.empty(),
                new Warmed(columns),
                Layout.of(schema, zone, matching)),
            folder.resolve(JOURNAL),
            new ReentrantLock(),
            (index, counters) -> new CustomerDecider(index, counters, documents),
            _ -> {});
    try {
      activities =
          new LuceneActivities(
              folder,
              new ActivityAmounts(currencies, zone),
              new IndexedNumbers(customers, columns));
    } catch (IOException | RuntimeException e) {
      customers.close();
      throw e;
    }
  }

  /**
   * Opens the folder, or begins a new one.
   *
   * @throws WinnowException {@link ProblemCode#CORRUPT_DATA} when stored data is damaged
   */
  public static LuceneEngine open(Path folder, Schema schema) throws IOException {
    return open(folder, schema, Currencies.only("CNY"), ZoneOffset.UTC, Grading.NONE);
  }

  /**
   * As {@link #open(Path, Schema)}.
   *
   * @param currencies in whose home currency activities' amounts are compared; without it, CNY
   * @param zone in which a day begins; without it, UTC
   * @param grading the rules by which customers are graded from the beginning
   */
  public static LuceneEngine open(
      Path folder, Schema schema, Currencies currencies, ZoneId zone, Grading grading)
      throws IOException {
    return open(folder, schema, currencies, zone, grading, Matching.of(schema));
  }

  /**
   * As {@link #open(Path, Schema, Currencies, ZoneId, Grading)}.
   *
   * @param matching by whose keys duplicates are found; without it, as the fields' types and names
   *     say
   */
  public static LuceneEngine open(
      Path folder,
      Schema schema,
      Currencies currencies,
      ZoneId zone,
      Grading grading,
      Matching matching)
      throws IOException {
    return new LuceneEngine(folder, schema, currencies, zone, grading, matching);
  }

  /** What happened with the customers; closed with the engine. */
  public ActivityStore activities() {
    return activities;
  }

  /** The customers by what they are found by as duplicates. */
  public MatchIndex matches() {
    return new LuceneMatches(customers, documents);
  }

  @Override
  public Answer search(Question question) {
    return reading((searcher, now) -> screen(searcher, now).answer(question));
  }

  @Override
  public List<Long> counts(List<Condition> conditions) {
    return reading(
        (searcher, now) -> {
          List<Long> counts = new ArrayList<>();
          for (Condition condition : conditions) {
            counts.add(Matches.count(searcher, evaluator(searcher, now), now, condition));
          }
          return counts;
        });
  }

  @Override
  public boolean hasAny(String field) {
    return reading((searcher, _) -> Matches.any(searcher, CustomerDocuments.amounts(field)));
  }

  @Override
  public Optional<StoredCustomer> get(String id) {
    return reading(
        (searcher, now) -> {
          Optional<LeafDocument> found = LeafDocument.find(searcher, id);
          return found.isEmpty() ? Optional.empty() : Optional.of(found.get().read(documents, now));
        });
  }

  @Override
  public Optional<List<Boolean>> evaluate(String id, List<Condition> conditions) {
    return reading(
        (searcher, now) -> {
          Optional<LeafDocument> found = LeafDocument.find(searcher, id);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          LeafEvaluator evaluator = evaluator(searcher, now);
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
    return reading(
        (searcher, now) ->
            memberships.answer(searcher, now, activities.dids()::among, ids, conditions));
  }

  @Override
  public List<Hit> suggest(String typed, Condition scope, int limit) {
    return reading((searcher, now) -> screen(searcher, now).suggest(typed, scope, limit));
  }

  @Override
  public Snapshot snapshot() {
    Columns now = columns.get();
    return new LuceneSnapshot(
        customers.index(),
        customers.acquire(),
        documents,
        now,
        searcher -> evaluator(searcher, now));
  }

  @Override
  public Grading grading() {
    return columns.get().grading();
  }

  @Override
  public void regrade(Grading grading, Progress progress) {
    try {
      columns.regrade(grading, customers.index(), progress);
    } catch (IOException e) {
      throw DurableIndex.unreadable(e);
    }
  }

  @Override
  public <T> T ofAll(Function<Population, T> work) {
    return reading(
        (searcher, now) -> work.apply(new IndexPopulation(searcher.getIndexReader(), schema, now)));
  }

  @Override
  public WhatIfAnswer whatIf(WhatIf question) {
    return reading(
        (searcher, now) ->
            new Trial(
                    schema,
                    now,
                    keywords,
                    () -> evaluator(searcher, now),
                    searcher,
                    counting,
                    question)
                .answer(shown));
  }

  @Override
  public List<WriteResult> apply(List<Write> changes, Durability durability) {
    List<EncodedWrite> encoded =
        changes.stream().map(write -> EncodedWrite.of(write, documents)).toList();
    return customers.apply(encoded, durability);
  }

  @Override
  public void checkpoint() {
    customers.checkpoint();
  }

  /** Heap taken by the columns of all leaves, in bytes. */
  public long columnBytes() {
    return columns.get().bytes();
  }

  /** Lets one question be counted by so many threads; by default all cores. */
  public void useThreads(int most) {
    counting.use(most);
  }

  @Override
  public void close() {
    counting.close();
    activities.close();
    customers.close();
  }

  private LeafEvaluator evaluator(IndexSearcher searcher, Columns now) {
    return new LeafEvaluator(
        schema, now, keywords, new Weights(searcher), activities.dids().everybody(), cache);
  }

  private Screen screen(IndexSearcher searcher, Columns now) {
    return new Screen(
        schema, now, shown, keywords, highlights, searcher, evaluator(searcher, now), counting);
  }

  /** Something read at one point in time and under one grading. */
  private interface Reading<T> {
    T with(IndexSearcher searcher, Columns now) throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    return customers.reading(searcher -> reading.with(searcher, columns.get()));
  }
}
