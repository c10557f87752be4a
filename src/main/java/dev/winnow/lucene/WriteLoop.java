package dev.winnow.lucene;

import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.WriteResult;
import dev.winnow.lucene.CustomerIndex.Counters;
import dev.winnow.lucene.Journal.Position;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that changes customers. It takes all calls waiting, decides each write against the
 * state it finds, forces their outcomes to the journal with one fsync, applies them to the index,
 * and only then answers; calls that arrive meanwhile wait for the next round. So order, optimistic
 * concurrency and durability need no lock. Writes that become durable at a checkpoint are answered
 * once they are decided; they are applied before the checkpoint.
 */
final class WriteLoop implements Closeable {
  private static final int MAX_ROUND = 256;

  private final CustomerIndex index;
  private final CustomerDocuments documents;
  private final Journal journal;
  private final BlockingQueue<Call> queue = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().name("winnow-write").unstarted(this::run);
  private final Decider decider;
  private volatile boolean stopped;
  private Optional<Throwable> broken = Optional.empty();

  private sealed interface Call {
    CompletableFuture<?> done();
  }

  private record Batch(
      List<EncodedWrite> writes, Durability durability, CompletableFuture<List<WriteResult>> done)
      implements Call {}

  private record Roll(CompletableFuture<Rolled> done) implements Call {}

  private record Stop(CompletableFuture<Boolean> done) implements Call {}

  /** Everything before the position has been applied with numbers and versions below these. */
  record Rolled(Position position, Counters counters) {}

  private record Decided(Batch batch, List<WriteResult> results) {}

  /** What one round of the loop has decided and not yet done. */
  private static final class Round {
    private final Map<String, StateChange> changes = new LinkedHashMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();

    private void fail(Throwable cause) {
      decided.forEach(each -> each.batch.done.completeExceptionally(cause));
    }
  }

  WriteLoop(CustomerIndex index, CustomerDocuments documents, Journal journal, Counters counters) {
    this.index = index;
    this.documents = documents;
    this.journal = journal;
    this.decider = new Decider(index, counters);
    thread.start();
  }

  List<WriteResult> apply(List<Write> writes, Durability durability) {
    List<EncodedWrite> encoded =
        writes.stream().map(write -> EncodedWrite.of(write, documents)).toList();
    return await(new Batch(encoded, durability, new CompletableFuture<>()));
  }

  /** Begins a new journal file between two rounds. */
  Rolled roll() {
    return await(new Roll(new CompletableFuture<>()));
  }

  /** Deletes the journal before a position that a commit has reached. */
  void forget(Position position) throws IOException {
    journal.deleteBefore(position);
  }

  long journalSize() {
    return journal.size();
  }

  @Override
  public void close() throws IOException {
    queue.add(new Stop(new CompletableFuture<>()));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
  }

  @SuppressWarnings("unchecked")
  private <T> T await(Call call) {
    queue.add(call);
    if (stopped) {
      call.done().completeExceptionally(unavailable("Winnow is shutting down."));
    }
    try {
      return (T) call.done().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof WinnowException problem
          ? problem
          : new WinnowException(ProblemCode.UNAVAILABLE, "The write failed: " + e.getCause(), e);
    }
  }

  private void run() {
    List<Call> round = new ArrayList<>();
    while (true) {
      try {
        round.clear();
        round.add(queue.take());
      } catch (InterruptedException e) {
        continue;
      }
      queue.drainTo(round, MAX_ROUND);
      List<Batch> batches = new ArrayList<>();
      for (Call call : round) {
        if (call instanceof Batch batch) {
          batches.add(batch);
        }
      }
      write(batches);
      for (Call call : round) {
        if (call instanceof Roll roll) {
          answer(roll);
        }
      }
      if (round.stream().anyMatch(Stop.class::isInstance)) {
        stopped = true;
        refuseWaiting();
        return;
      }
    }
  }

  private void refuseWaiting() {
    List<Call> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.forEach(
        call -> call.done().completeExceptionally(unavailable("Winnow is shutting down.")));
  }

  private void answer(Roll roll) {
    try {
      index.settle();
      roll.done.complete(new Rolled(journal.roll(), decider.counters()));
    } catch (IOException | RuntimeException e) {
      roll.done.completeExceptionally(e);
    }
  }

  private void write(List<Batch> batches) {
    Round round = new Round();
    for (Batch batch : batches) {
      try {
        refuseIfBroken();
        round.decided.add(new Decided(batch, decide(batch, round)));
      } catch (RuntimeException e) {
        batch.done.completeExceptionally(e);
      }
    }
    if (journal(round)) {
      apply(round);
    }
  }

  private boolean journal(Round round) {
    try {
      if (!round.entries.isEmpty()) {
        journal.append(JournalEntry.encode(round.entries));
      }
      return true;
    } catch (RuntimeException e) {
      String detail = "The disk refused the write; nothing was changed: " + e.getMessage();
      round.fail(new WinnowException(ProblemCode.UNAVAILABLE, detail, e));
      return false;
    }
  }

  private void apply(Round round) {
    try {
      if (!round.changes.isEmpty()) {
        index.apply(round.changes.values(), !round.entries.isEmpty());
      }
      round.decided.forEach(each -> each.batch.done.complete(each.results));
    } catch (IOException | RuntimeException e) {
      broken = Optional.of(e);
      round.fail(e);
    }
  }

  private void refuseIfBroken() {
    if (broken.isPresent()) {
      throw unavailable("An earlier write failed; restart Winnow. Cause: " + broken.get());
    }
  }

  private List<WriteResult> decide(Batch batch, Round round) {
    Map<String, StateChange> mine = new LinkedHashMap<>();
    List<JournalEntry> journaled = new ArrayList<>();
    List<WriteResult> results = new ArrayList<>(batch.writes.size());
    for (EncodedWrite write : batch.writes) {
      StateChange own = mine.get(write.id());
      Decider.Decision decision =
          decider.decide(write, own == null ? round.changes.get(write.id()) : own);
      results.add(decision.result());
      decision
          .change()
          .ifPresent(
              change -> {
                mine.put(write.id(), change);
                journaled.add(JournalEntry.of(change.state()));
              });
    }
    round.changes.putAll(mine);
    if (batch.durability == Durability.JOURNALED) {
      round.entries.addAll(journaled);
    }
    return results;
  }

  private static WinnowException unavailable(String detail) {
    return new WinnowException(ProblemCode.UNAVAILABLE, detail);
  }
}
