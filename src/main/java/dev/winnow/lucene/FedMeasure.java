package dev.winnow.lucene;

import dev.winnow.activity.RunningMeasure;
import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Measure;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/** A measure that is fed from doc values, customer by customer. */
final class FedMeasure {
  private final RunningMeasure running;
  private final ActivityAmounts amounts;
  private boolean any;
  private long time;

  FedMeasure(ActivityKind kind, Measure measure, ActivityAmounts amounts) {
    this.running = new RunningMeasure(kind, measure);
    this.amounts = amounts;
  }

  /** What the activities of a leaf have that is measured. */
  sealed interface Source {
    static Source of(Measure measure, LeafReader leaf, ActivityAmounts amounts) throws IOException {
      String times = ActivityDocuments.numbers(ActivityDocuments.TIME);
      return switch (measure.figure()) {
        case COUNT ->
            measure.of().isEmpty()
                ? new Each()
                : new Words(DocValues.getSorted(leaf, ActivityDocuments.words(measure.of())));
        case SUM, AVERAGE -> new Numbers(amounts.of(leaf, measure.of()));
        case FIRST, LAST -> new Times(DocValues.getNumeric(leaf, times));
      };
    }
  }

  private record Each() implements Source {}

  private record Words(SortedDocValues values) implements Source {}

  private record Numbers(NumericDocValues values) implements Source {}

  private record Times(NumericDocValues values) implements Source {}

  /** Begins with a new customer. */
  void clear() {
    running.clear();
    any = false;
  }

  /** Adds an activity; those of a leaf in ascending order. */
  void add(Source source, int doc) throws IOException {
    switch (source) {
      case Each _ -> running.count();
      case Words(SortedDocValues values) -> {
        if (values.advanceExact(doc)) {
          running.word(values.lookupOrd(values.ordValue()).utf8ToString());
        }
      }
      case Numbers(NumericDocValues values) -> {
        if (values.advanceExact(doc)) {
          running.number(values.longValue());
        }
      }
      case Times(NumericDocValues values) -> {
        if (values.advanceExact(doc)) {
          addTime(values.longValue());
        }
      }
    }
  }

  /** Only the earliest or latest counts, so days are told once for each customer. */
  private void addTime(long next) {
    boolean first = running.measure().figure() == Figure.FIRST;
    if (!any || (first ? next < time : next > time)) {
      time = next;
    }
    any = true;
  }

  boolean holds() {
    if (any) {
      running.day(amounts.day(time));
    }
    return running.holds();
  }
}
