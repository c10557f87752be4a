package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.WhatIfAnswer;
import dev.winnow.engine.WhatIfAnswer.Effect;
import dev.winnow.engine.WhatIfAnswer.Mover;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/**
 * Grades all customers by a draft, beside the grades that hold, and compares. Nothing is kept and
 * nobody else sees it. The work is done in pieces of leaves, by all cores.
 */
final class Trial {
  /** Documents that one thread grades at a time. */
  private static final int PIECE = 8 * LeafInputs.CHUNK;

  private final Schema schema;
  private final Columns columns;
  private final KeywordQuery keywords;
  private final Supplier<LeafEvaluator> evaluators;
  private final IndexSearcher searcher;
  private final CountingThreads threads;
  private final WhatIf question;
  private final Field facet;
  private final Set<String> facets;
  private final List<DraftLeaf> leaves = new ArrayList<>();

  private record Piece(DraftLeaf leaf, int from, int to) {}

  private record Judged(DraftLeaf leaf, int condition) {}

  private interface Work {
    void run() throws IOException;
  }

  Trial(
      Schema schema,
      Columns columns,
      KeywordQuery keywords,
      Supplier<LeafEvaluator> evaluators,
      IndexSearcher searcher,
      CountingThreads threads,
      WhatIf question) {
    this.schema = schema;
    this.columns = columns;
    this.keywords = keywords;
    this.evaluators = evaluators;
    this.searcher = searcher;
    this.threads = threads;
    this.question = question;
    this.facet = Objects.requireNonNull(schema.fields().get(question.facet()));
    this.facets = question.draft().following(question.facet());
  }

  WhatIfAnswer answer(ShownCustomers shown) throws IOException {
    LeafEvaluator evaluator = evaluators.get();
    long customers = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FixedBitSet bits = evaluator.evaluate(leaf, question.scope()).clone();
      bits.and(columns.live(leaf).live());
      customers += bits.cardinality();
      leaves.add(new DraftLeaf(leaf, bits, facets));
    }
    MoveMatrix matrix = grade();
    ValueDictionary.Values values = columns.dictionary(facet).values();
    List<Effect> effects = question.conditions().isEmpty() ? List.of() : effects();
    List<Mover> movers =
        question.movers().isEmpty()
            ? List.of()
            : new Movers(columns, question.facet(), question.movers().get()).read(leaves, shown);
    return new WhatIfAnswer(customers, matrix.moves(values), effects, movers);
  }

  private MoveMatrix grade() {
    List<Piece> pieces = new ArrayList<>();
    for (DraftLeaf leaf : leaves) {
      int maxDoc = leaf.leaf().reader().maxDoc();
      for (int from = 0; from < maxDoc; from += PIECE) {
        pieces.add(new Piece(leaf, from, Math.min(maxDoc, from + PIECE)));
      }
    }
    record Grading(Trial trial, MoveMatrix matrix, List<Piece> pieces)
        implements CountingThreads.Worker {
      @Override
      public void work(int index) {
        unchecked(() -> trial.grade(pieces.get(index), matrix));
      }
    }
    MoveMatrix matrix = new MoveMatrix(question.sums().size());
    threads
        .run(pieces.size(), () -> new Grading(this, new MoveMatrix(question.sums().size()), pieces))
        .forEach(done -> matrix.add(done.matrix));
    return matrix;
  }

  private void grade(Piece piece, MoveMatrix matrix) throws IOException {
    LeafReader reader = piece.leaf.leaf().reader();
    new LeafGrades(reader, schema, columns.dictionaries(), question.draft())
        .derive(piece.leaf.grades(), piece.from, piece.to);
    int[] after = Objects.requireNonNull(piece.leaf.grades().get(question.facet()));
    PackedIds before = columns.single(piece.leaf.leaf(), question.facet());
    LeafInputs sums = LeafInputs.seen(piece.leaf.leaf(), schema, columns, question.sums());
    for (int start = piece.from; start < piece.to; start += LeafInputs.CHUNK) {
      int end = Math.min(piece.to, start + LeafInputs.CHUNK);
      sums.read(start, end);
      for (int doc = start; doc < end; doc++) {
        if (piece.leaf.customers().get(doc)) {
          MoveMatrix.Cell cell = matrix.cell(before.get(doc), after[doc]);
          cell.count();
          sums.at(doc);
          for (int i = 0; i < question.sums().size(); i++) {
            long amount = sums.amount(i);
            cell.add(i, amount == LeafInputs.MISSING ? 0 : amount);
          }
        }
      }
    }
  }

  private List<Effect> effects() {
    leaves.forEach(DraftLeaf::invert);
    List<Judged> all = new ArrayList<>();
    for (DraftLeaf leaf : leaves) {
      for (int i = 0; i < question.conditions().size(); i++) {
        all.add(new Judged(leaf, i));
      }
    }
    long[][] counts = new long[4][question.conditions().size()];
    record Judging(Trial trial, LeafEvaluator present, List<Judged> all, long[][] counts)
        implements CountingThreads.Worker {
      @Override
      public void work(int index) {
        unchecked(() -> trial.judge(all.get(index), present, counts));
      }
    }
    var _ = threads.run(all.size(), () -> new Judging(this, evaluators.get(), all, counts));
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < question.conditions().size(); i++) {
      effects.add(new Effect(counts[0][i], counts[1][i], counts[2][i], counts[3][i]));
    }
    return effects;
  }

  private void judge(Judged judged, LeafEvaluator present, long[][] counts) throws IOException {
    Condition condition = question.conditions().get(judged.condition);
    LeafReaderContext leaf = judged.leaf.leaf();
    FixedBitSet before = present.evaluate(leaf, condition).clone();
    before.and(judged.leaf.customers());
    FixedBitSet after =
        new DraftEvaluator(schema, columns, keywords, present, facets, leaf)
            .evaluate(judged.leaf, condition)
            .clone();
    after.and(judged.leaf.customers());
    long entered = FixedBitSet.andNotCount(after, before);
    long left = FixedBitSet.andNotCount(before, after);
    synchronized (counts) {
      counts[0][judged.condition] += before.cardinality();
      counts[1][judged.condition] += after.cardinality();
      counts[2][judged.condition] += entered;
      counts[3][judged.condition] += left;
    }
  }

  private static void unchecked(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
