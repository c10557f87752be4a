package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.lucene.LeafPlan.Correction;
import dev.winnow.lucene.LeafPlan.Scan;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/**
 * The exact total and facet counts of one screen over all leaves. For each leaf and facet the
 * cheapest exact source is taken: the counts of all live documents where nothing is filtered, {@link
 * PairCounts} where one filter of a large leaf decides, and else a scan of the blocks by {@link
 * FacetCounter}s, on several cores when there is enough to do.
 */
final class ScreenCounts {
  /** Blocks that one thread takes at a time. */
  private static final int PIECE = 8;

  /** A facet whose values are counted; edges only for ordered fields. */
  record Target(Field field, HistogramEdges edges, int values) {}

  private record Filter(Condition condition, String facet, Optional<ValueFilter> values) {}

  private record Piece(LeafPlan plan, int from, int to) {}

  private final Columns columns;
  private final LeafEvaluator evaluator;
  private final List<Target> targets;
  private final Condition base;
  private final List<Filter> filters = new ArrayList<>();
  private final FacetCounter counter;
  private final List<LeafPlan> plans = new ArrayList<>();

  ScreenCounts(
      Columns columns, LeafEvaluator evaluator, List<Target> targets, FacetFilters split) {
    this.columns = columns;
    this.evaluator = evaluator;
    this.targets = List.copyOf(targets);
    this.base = split.base();
    for (Map.Entry<String, Condition> entry : split.filters().entrySet()) {
      filters.add(filter(entry.getKey(), entry.getValue()));
    }
    this.counter = newCounter();
  }

  /** Counts all leaves. */
  void count(IndexReader reader, boolean wantHits, CountingThreads threads) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafPlan plan = plan(leaf, wantHits);
      plans.add(plan);
      int blocks = Blocks.count(plan.maxDoc());
      for (int from = 0; from < blocks; from += PIECE) {
        pieces.add(new Piece(plan, from, Math.min(blocks, from + PIECE)));
      }
    }
    record Counting(FacetCounter counter, List<Piece> pieces) implements CountingThreads.Worker {
      @Override
      public void work(int index) {
        Piece piece = pieces.get(index);
        counter.count(piece.plan, piece.from, piece.to);
      }
    }
    threads
        .run(pieces.size(), () -> new Counting(newCounter(), pieces))
        .forEach(done -> counter.add(done.counter));
  }

  /** Customers that satisfy everything. */
  long total() {
    return counter.total();
  }

  /** Counts of a target by value number. */
  int[] counts(int target) {
    return counter.counts(target);
  }

  /** The documents that satisfy everything, leaf by leaf; only if they were wanted. */
  List<FixedBitSet> hits() {
    return plans.stream().map(LeafPlan::hits).toList();
  }

  private FacetCounter newCounter() {
    return new FacetCounter(targets.stream().mapToInt(Target::values).toArray(), filters.size());
  }

  private Filter filter(String facet, Condition condition) {
    for (Target target : targets) {
      if (target.field.name().equals(facet) && CustomerDocuments.hasColumn(target.field)) {
        return new Filter(condition, facet, ValueFilter.of(condition, target.field, columns));
      }
    }
    return new Filter(condition, facet, Optional.empty());
  }

  private LeafPlan plan(LeafReaderContext context, boolean wantHits) throws IOException {
    LiveLeaf leaf = columns.live(context);
    Optional<FixedBitSet> everywhere =
        base.equals(Condition.EVERYONE)
            ? Optional.empty()
            : Optional.of(evaluator.evaluate(context, base));
    List<BlockFilter> blocks = new ArrayList<>();
    for (Filter filter : filters) {
      blocks.add(
          filter.values.isPresent()
              ? leaf.columns().facet(filter.facet).having(filter.values.get().values())
              : BlockFilter.of(evaluator.evaluate(context, filter.condition)));
    }
    LeafPlan plan = new LeafPlan(leaf, everywhere, blocks, wantHits);
    for (int i = 0; i < targets.size(); i++) {
      plan(plan, context, i);
    }
    return plan;
  }

  /** Finds the cheapest source of one target's counts in one leaf. */
  private void plan(LeafPlan plan, LeafReaderContext context, int index) {
    Target target = targets.get(index);
    String facet = target.field.name();
    LeafColumns leaf = plan.leaf().columns();
    int own = LeafPlan.NONE;
    int only = LeafPlan.NONE;
    for (int i = 0; i < filters.size(); i++) {
      if (filters.get(i).facet.equals(facet)) {
        own = i;
      } else {
        only = i;
      }
    }
    int others = filters.size() - (own == LeafPlan.NONE ? 0 : 1);
    boolean worded = CustomerDocuments.hasColumn(target.field);
    Column column =
        worded
            ? leaf.facet(facet)
            : leaf.buckets(context.reader(), facet, target.edges);
    if (plan.base().isEmpty() && worded && others == 0 && plan.leaf().hasTotals(facet)) {
      add(plan.leaf().totals(facet), counter.counts(index));
    } else if (plan.base().isEmpty() && worded && others == 1 && paired(leaf, only, facet)) {
      PairCounts pairs = leaf.pairs().orElseThrow();
      for (int value : filters.get(only).values.orElseThrow().values()) {
        pairs.add(filters.get(only).facet, value, facet, counter.counts(index));
      }
      plan.correct(new Correction(index, column, only));
    } else {
      plan.scan(new Scan(index, column, own));
    }
  }

  private boolean paired(LeafColumns leaf, int filter, String facet) {
    Filter only = filters.get(filter);
    return leaf.pairs().isPresent()
        && leaf.pairs().get().has(only.facet)
        && leaf.pairs().get().has(facet)
        && only.values.isPresent()
        && only.values.get().disjoint();
  }

  private static void add(int[] from, int[] to) {
    for (int id = 0; id < Math.min(from.length, to.length); id++) {
      to[id] += from[id];
    }
  }
}
