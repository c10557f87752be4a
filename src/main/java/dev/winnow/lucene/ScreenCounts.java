package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.lucene.LeafPlan.Correction;
import dev.winnow.lucene.LeafPlan.NearScan;
import dev.winnow.lucene.LeafPlan.RowScan;
import dev.winnow.lucene.LeafPlan.Scan;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/**
 * The exact total and facet counts of one screen over all leaves. For each leaf and facet the
 * cheapest exact source is taken: the counts of all live documents where nothing is filtered,
 * {@link PairCounts} where one filter of a large leaf decides, and else a scan of the blocks by
 * {@link FacetCounter}s, on several cores when there is enough to do.
 */
final class ScreenCounts {
  /** Blocks that one thread takes at a time. */
  private static final int PIECE = 2;

  /** A facet whose values are counted; edges only for ordered fields. */
  record Target(Field field, HistogramEdges edges, int values) {}

  private record Filter(Condition condition, String facet, Optional<ValueFilter> values) {}

  private record Piece(LeafPlan plan, int from, int to) {}

  private final Columns columns;
  private final LeafEvaluator evaluator;
  private final List<Target> targets;
  private final Map<String, Integer> places = new HashMap<>();
  private final Condition base;
  private final List<Filter> filters = new ArrayList<>();
  private final FacetCounter counter;
  private final List<LeafPlan> plans = new ArrayList<>();

  ScreenCounts(Columns columns, LeafEvaluator evaluator, List<Target> targets, FacetFilters split) {
    this.columns = columns;
    this.evaluator = evaluator;
    this.targets = List.copyOf(targets);
    this.base = split.base();
    for (int i = 0; i < targets.size(); i++) {
      places.put(targets.get(i).field.name(), i);
    }
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
    Queue<FacetCounter> own = new ArrayDeque<>(List.of(counter));
    List<Counting> done =
        threads.run(
            pieces.size(), () -> new Counting(own.isEmpty() ? newCounter() : own.remove(), pieces));
    counter.finish();
    for (Counting each : done) {
      if (each.counter != counter) {
        counter.add(each.counter);
      }
    }
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
    Field field = targets.get(Objects.requireNonNull(places.get(facet))).field;
    return new Filter(
        condition,
        facet,
        CustomerDocuments.hasColumn(field)
            ? ValueFilter.of(condition, field, columns)
            : Optional.empty());
  }

  private LeafPlan plan(LeafReaderContext context, boolean wantHits) throws IOException {
    LiveLeaf leaf = columns.live(context);
    Optional<LeafFilter> everywhere =
        base.equals(Condition.EVERYONE)
            ? Optional.empty()
            : Optional.of(evaluator.filter(context, base));
    List<LeafFilter> blocks = new ArrayList<>();
    for (Filter filter : filters) {
      blocks.add(blocks(context, leaf.columns(), filter));
    }
    LeafPlan plan = new LeafPlan(leaf, everywhere, blocks, wantHits);
    boolean[] scanned = new boolean[targets.size()];
    for (int i = 0; i < scanned.length; i++) {
      scanned[i] = plan(plan, context, i);
    }
    for (CodedColumns columns : leaf.columns().rows().columns()) {
      rows(columns, scanned).ifPresent(plan::scan);
    }
    for (int i = 0; i < scanned.length; i++) {
      if (scanned[i]) {
        plan.scan(new Scan(i, column(plan, context, targets.get(i))));
      }
    }
    return plan;
  }

  /** What is known from before is taken; for one screen alone, values are put together anew. */
  private LeafFilter blocks(LeafReaderContext context, LeafColumns leaf, Filter filter)
      throws IOException {
    if (evaluator.known(context, filter.condition).isEmpty() && filter.values.isPresent()) {
      return LeafFilter.shared(leaf.facet(filter.facet).having(filter.values.get().values()));
    }
    return evaluator.filter(context, filter.condition);
  }

  /** Takes the targets that lie in the leaf's rows out of those to scan. */
  private Optional<RowScan> rows(CodedColumns columns, boolean[] scanned) {
    int[] members = new int[columns.facets().size()];
    boolean any = false;
    for (int i = 0; i < members.length; i++) {
      int target = places.getOrDefault(columns.facets().get(i), LeafPlan.NONE);
      boolean wanted = target != LeafPlan.NONE && scanned[target];
      members[i] = wanted ? target : LeafPlan.NONE;
      any |= wanted;
      if (wanted) {
        scanned[target] = false;
      }
    }
    return any ? Optional.of(new RowScan(columns, members)) : Optional.empty();
  }

  private NearScan near(LeafColumns leaf, Column column, int target, int filter) {
    boolean[] alone = new boolean[targets.size()];
    alone[target] = column instanceof SlottedColumn;
    Optional<RowScan> rows =
        leaf.rows().columns().stream()
            .flatMap(columns -> rows(columns, alone).stream())
            .findFirst();
    return new NearScan(target, column, filter, rows);
  }

  private static Column column(LeafPlan plan, LeafReaderContext context, Target target) {
    LeafColumns leaf = plan.leaf().columns();
    return CustomerDocuments.hasColumn(target.field)
        ? leaf.facet(target.field.name())
        : leaf.buckets(context.reader(), target.field.name(), target.edges);
  }

  /**
   * Finds the cheapest source of one target's counts in one leaf.
   *
   * @return whether the hits are to be counted
   */
  private boolean plan(LeafPlan plan, LeafReaderContext context, int index) {
    Target target = targets.get(index);
    String facet = target.field.name();
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
    boolean known = plan.base().isEmpty() && CustomerDocuments.hasColumn(target.field);
    if (known && others == 0 && plan.leaf().hasTotals(facet)) {
      add(plan.leaf().totals(facet), counter.counts(index));
    } else if (known && others == 1 && paired(plan.leaf(), only, facet)) {
      PairCounts pairs = plan.leaf().pairs().orElseThrow();
      for (int value : filters.get(only).values.orElseThrow().values()) {
        pairs.add(filters.get(only).facet, value, facet, counter.counts(index));
      }
      plan.correct(new Correction(index, column(plan, context, target), only));
    } else {
      if (own != LeafPlan.NONE) {
        plan.scan(near(plan.leaf().columns(), column(plan, context, target), index, own));
      }
      return true;
    }
    return false;
  }

  private boolean paired(LiveLeaf leaf, int filter, String facet) {
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
