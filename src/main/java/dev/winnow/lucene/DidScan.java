package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Did;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.Condition.Window.Days;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;

/**
 * Works out who did what a condition says, by going once over the activities in question: customer
 * by customer through all leaves at the same time, since each holds them in the same order.
 */
final class DidScan {
  private final Did did;
  private final ActivityEvaluation evaluation;
  private final ActivityAmounts amounts;

  DidScan(Did did, ActivityEvaluation evaluation, ActivityAmounts amounts) {
    this.did = did;
    this.evaluation = evaluation;
    this.amounts = amounts;
  }

  /**
   * Told of customers with whom something in question has happened, whether the condition holds.
   */
  interface Sink {
    void tell(int customer, boolean holds);
  }

  /** Goes over the activities of all customers. */
  void all(IndexSearcher searcher, ActivityRuns runs, Sink sink) throws IOException {
    Weights weights = new Weights(searcher);
    List<ActivitySelection> selections = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      selections.add(ActivitySelection.all(leaf, runs.of(leaf), weights, amounts));
    }
    scan(selections, sink);
  }

  /**
   * Goes over the activities of some customers.
   *
   * @param customers ascending numbers
   */
  void some(IndexSearcher searcher, ActivityRuns runs, int[] customers, Sink sink)
      throws IOException {
    Weights weights = new Weights(searcher);
    List<ActivitySelection> selections = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      selections.add(ActivitySelection.of(leaf, runs.of(leaf), customers, weights, amounts));
    }
    scan(selections, sink);
  }

  private void scan(List<ActivitySelection> selections, Sink sink) throws IOException {
    PriorityQueue<Part> parts = new PriorityQueue<>(Comparator.comparingInt(Part::customer));
    for (ActivitySelection selection : selections) {
      if (selection.size() == 0) {
        continue;
      }
      Part part = new Part(selection, wanted(selection));
      if (part.skipEmpty()) {
        parts.add(part);
      }
    }
    List<FedMeasure> measures =
        did.measures().stream()
            .map(measure -> new FedMeasure(did.kind(), measure, amounts))
            .toList();
    while (!parts.isEmpty()) {
      int customer = parts.element().customer();
      measures.forEach(FedMeasure::clear);
      while (!parts.isEmpty() && parts.element().customer() == customer) {
        Part part = parts.remove();
        part.add(measures);
        if (part.next()) {
          parts.add(part);
        }
      }
      sink.tell(customer, measures.stream().allMatch(FedMeasure::holds));
    }
  }

  /** The activities in question: of the kind, in the window, as the condition says, not deleted. */
  private FixedBitSet wanted(ActivitySelection selection) throws IOException {
    FixedBitSet set =
        selection.matching(new TermQuery(ActivityDocuments.byKind(did.kind()))).clone();
    if (!did.where().equals(Condition.EVERYONE)) {
      set.and(evaluation.evaluate(selection, did.where()));
    }
    if (did.window().isPresent() && did.window().get() instanceof Days days) {
      set.and(selection.within(days.begins(amounts.zone()), days.ends(amounts.zone())));
    }
    selection.removeDeleted(set);
    return set;
  }

  /** Where the scan is in a leaf. */
  private final class Part {
    private final ActivitySelection selection;
    private final FixedBitSet wanted;
    private final List<FedMeasure.Source> sources = new ArrayList<>();
    private int run;

    private Part(ActivitySelection selection, FixedBitSet wanted) throws IOException {
      this.selection = selection;
      this.wanted = wanted;
      for (Measure measure : did.measures()) {
        sources.add(FedMeasure.Source.of(measure, selection.leaf().reader(), amounts));
      }
    }

    private int customer() {
      return selection.runs().numbers()[run];
    }

    private boolean next() {
      run++;
      return skipEmpty();
    }

    /** Goes on to the next customer with something in question; false when there is none. */
    private boolean skipEmpty() {
      CustomerRuns runs = selection.runs();
      if (run >= runs.size()) {
        return false;
      }
      int from = runs.starts()[run];
      int first = from < wanted.length() ? wanted.nextSetBit(from) : Integer.MAX_VALUE;
      if (first == Integer.MAX_VALUE) {
        return false;
      }
      while (runs.starts()[run + 1] <= first) {
        run++;
      }
      return true;
    }

    private void add(List<FedMeasure> measures) throws IOException {
      int end = selection.runs().starts()[run + 1];
      for (int place = wanted.nextSetBit(selection.runs().starts()[run]);
          place < end;
          place = place + 1 < end ? wanted.nextSetBit(place + 1) : end) {
        int doc = selection.doc(place);
        for (int i = 0; i < measures.size(); i++) {
          measures.get(i).add(sources.get(i), doc);
        }
      }
    }
  }
}
