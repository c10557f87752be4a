package dev.winnow.imports;

import dev.winnow.customer.Origin;
import dev.winnow.imports.Decision.Judged;
import dev.winnow.imports.Decision.Step;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.imports.Side.Put;
import dev.winnow.ingest.Receipt;
import dev.winnow.problem.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes what rows ask for: decides, notes for an undo what was there, and puts. Where somebody
 * else came in between, it decides again. Of one thread.
 */
final class Writer<T> {
  private static final int ATTEMPTS = 3;

  private final Side<T> side;
  private final Decisions<T> decisions;
  private final Origin origin;
  private final UndoLog undo;
  private final Tallying tally;
  private final BiConsumer<ReadRow, List<Fault>> rejections;

  /**
   * @param origin of the values that it writes
   */
  Writer(
      Side<T> side,
      Mode mode,
      Origin origin,
      UndoLog undo,
      Tallying tally,
      BiConsumer<ReadRow, List<Fault>> rejections) {
    this.side = side;
    this.decisions = new Decisions<>(side, mode, Integer.MAX_VALUE);
    this.origin = origin;
    this.undo = undo;
    this.tally = tally;
    this.rejections = rejections;
  }

  void write(List<Step> steps) throws IOException {
    List<Step> left = steps.stream().filter(step -> side.takes(step.item().rows())).toList();
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      left = attempt(left, attempt == ATTEMPTS);
    }
  }

  /** What was written can be read from now on. */
  void visible() {
    decisions.visible();
  }

  /** Returns the steps that have to be decided again. */
  private List<Step> attempt(List<Step> steps, boolean last) throws IOException {
    List<Decision<T>> changes = new ArrayList<>();
    for (Decision<T> decision : decisions.decide(steps)) {
      if (decision.changes()) {
        changes.add(decision);
      } else {
        decision.rows().forEach(this::count);
      }
    }
    undo.append(changes.stream().map(this::entry).toList());
    undo.append(changes.stream().filter(Decision::revives).map(Writer::revived).toList());
    List<Receipt> receipts = side.put(changes.stream().map(each -> put(each, last)).toList());
    List<Step> again = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      again.addAll(settle(changes.get(i), receipts.get(i)));
    }
    return again;
  }

  private List<Step> settle(Decision<T> decision, Receipt receipt) {
    return switch (receipt.outcome()) {
      case INSERTED, UPDATED, DELETED -> {
        decisions.wrote(
            decision.id(), decision.after(), receipt.version() == 0 ? Side.ANY : receipt.version());
        decision.rows().forEach(this::count);
        yield List.of();
      }
      case UNCHANGED -> {
        decisions.forget(decision.id());
        decision.rows().forEach(row -> count(row.as(Outcome.UNCHANGED)));
        yield List.of();
      }
      case CONFLICT -> {
        decisions.forget(decision.id());
        yield decision.steps();
      }
      case MERGED -> {
        decisions.forget(decision.id());
        decision.rows().forEach(row -> count(row.as(Outcome.SKIPPED)));
        yield List.of();
      }
      case NOT_FOUND, REJECTED -> {
        decisions.forget(decision.id());
        decision.steps().forEach(step -> rejections.accept(step.row(), receipt.faults()));
        yield List.of();
      }
    };
  }

  private void count(Judged<T> judged) {
    boolean again =
        judged.step().item() instanceof CustomerItem customer
            && customer.derived()
            && (judged.outcome() == Outcome.UNCHANGED || judged.outcome() == Outcome.SKIPPED);
    if (!again) {
      tally.outcome(judged.step().item().rows(), judged.outcome());
    }
  }

  private Put<T> put(Decision<T> decision, boolean whatever) {
    return new Put<>(
        decision.id(), decision.after(), whatever ? Side.ANY : decision.version(), origin);
  }

  private UndoLog.Entry entry(Decision<T> decision) {
    return new UndoLog.Entry(
        side.kind(),
        decision.id(),
        Hash.of(side.encode(decision.after().orElseThrow())),
        decision.before().map(side::encode),
        decision.origin());
  }

  private static UndoLog.Entry revived(Decision<?> decision) {
    return new UndoLog.Entry(
        UndoLog.Kind.REVIVED, decision.id(), 0, Optional.empty(), decision.origin());
  }
}
