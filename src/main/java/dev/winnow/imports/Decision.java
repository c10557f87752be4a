package dev.winnow.imports;

import dev.winnow.customer.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What a batch of rows makes of one thing.
 *
 * @param before what is there; empty for nothing
 * @param version of it: what {@link Side.Put} expects
 * @param after what is to be there
 * @param revives whether it was archived and comes again
 * @param origin of what is there
 * @param rows what each row does, in order
 */
record Decision<T>(
    String id,
    Optional<T> before,
    long version,
    Optional<T> after,
    boolean revives,
    Optional<Origin> origin,
    List<Judged<T>> rows) {
  Decision {
    rows = List.copyOf(rows);
  }

  /** A row and what it does. */
  record Judged<T>(Step step, Outcome outcome, Optional<T> from, Optional<T> to) {
    /** The same with another end. */
    Judged<T> as(Outcome other) {
      return new Judged<>(step, other, from, to);
    }
  }

  /** An item of a row. */
  record Step(ReadRow row, Item item) {}

  /** Whether something has to be written. */
  boolean changes() {
    return revives || !after.equals(before);
  }

  /** The same with every row left alone. */
  Decision<T> skipped() {
    List<Judged<T>> left = rows.stream().map(row -> row.as(Outcome.SKIPPED)).toList();
    return new Decision<>(id, before, version, before, false, origin, left);
  }

  List<Step> steps() {
    return rows.stream().map(Judged::step).toList();
  }
}
