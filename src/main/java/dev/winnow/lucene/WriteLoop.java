package dev.winnow.lucene;

import dev.winnow.engine.CustomerStore.Durability;
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
 * The one thread that changes an index. It takes all calls waiting, decides each write against the
 * state it finds, forces their outcomes to the journal with one fsync, applies them to the index,
 * and only then answers; calls that arrive meanwhile wait for the next round. So order, optimistic
 * concurrency and durability need no lock. Writes that become durable at a checkpoint are answered
 * once they are decided; they are applied before the checkpoint.
 *
 * @param <W> a write
 * @param <R> its result
 * @param <T> what is written
 */
final class WriteLoop<W, R, T> implements Closeable {
  private static final int MAX_ROUND = 256;

  private final StateIndex<T> index;
  private final Journal journal;
  private final BlockingQueue<Call<W, R>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final Decider<W, R, T> decider;
  private volatile boolean stopped;
  private Optional<Throwable> broken = Optional.empty();

  private sealed interface Call<W, R> {
    CompletableFuture<?> done();
  }

  private record Batch<W, R>(List<W> writes, Durability durability, CompletableFuture<List<R>> done)
      implements Call<W, R> {}

  private record Roll<W, R>(CompletableFuture<Rolled> done) implements Call<W, R> {}

  private record Stop<W, R>(CompletableFuture<Boolean> done) implements Call<W, R> {}

  /** Everything before the position has been applied with numbers and versions below these. */
  record Rolled(Position position, Counters counters) {}

  private record Decided<W, R>(Batch<W, R> batch, List<R> results) {}

  /** What one round of the loop has decided and not yet done. */
  private static final class Round<W, R, T> {
    private final Map<String, StateChange<T>> changes = new LinkedHashMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Decided<W, R>> decided = new ArrayList<>();

    private boolean journaled() {
      return decided.stream().anyMatch(each -> each.batch.durability == Durability.JOURNALED);
    }

    private void fail(Throwable cause) {
      decided.forEach(each -> each.batch.done.completeExceptionally(cause));
    }
  }

  /**
   * @param name of its thread
   */
  WriteLoop(String name, StateIndex<T> index, Journal journal, Decider<W, R, T> decider) {
    this.index = index;
    this.journal = journal;
    this.decider = decider;
    thread = Thread.ofPlatform().name(name).start(this::run);
  }

  List<R> apply(List<W> writes, Durability durability) {
    return await(new Batch<>(writes, durability, new CompletableFuture<>()));
  }

  /** Begins a new journal file between two rounds. */
  Rolled roll() {
    return await(new Roll<>(new CompletableFuture<>()));
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
    queue.add(new Stop<>(new CompletableFuture<>()));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    journal.close();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <A> A await(Call<W, R> call) {
    queue.add(call);
    if (stopped) {
      call.done().completeExceptionally(unavailable("Winnow is shutting down."));
    }
    try {
      return (A) call.done().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof WinnowException problem
          ? problem
          : new WinnowException(ProblemCode.UNAVAILABLE, "The write failed: " + e.getCause(), e);
    }
  }

  private void run() {
    List<Call<W, R>> round = new ArrayList<>();
    while (true) {
      try {
        round.clear();
        round.add(queue.take());
      } catch (InterruptedException e) {
        continue;
      }
      queue.drainTo(round, MAX_ROUND);
      List<Batch<W, R>> batches = new ArrayList<>();
      for (Call<W, R> call : round) {
        if (call instanceof Batch<W, R> batch) {
          batches.add(batch);
        }
      }
      write(batches);
      for (Call<W, R> call : round) {
        if (call instanceof Roll<W, R> roll) {
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
    List<Call<W, R>> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.forEach(
        call -> call.done().completeExceptionally(unavailable("Winnow is shutting down.")));
  }

  private void answer(Roll<W, R> roll) {
    try {
      refuseIfBroken();
      index.settle();
      roll.done.complete(new Rolled(journal.roll(), decider.counters()));
    } catch (IOException e) {
      broken = Optional.of(e);
      roll.done.completeExceptionally(e);
    } catch (RuntimeException e) {
      roll.done.completeExceptionally(e);
    }
  }

  private void write(List<Batch<W, R>> batches) {
    Round<W, R, T> round = new Round<>();
    for (Batch<W, R> batch : batches) {
      try {
        refuseIfBroken();
        round.decided.add(new Decided<>(batch, decide(batch, round)));
      } catch (RuntimeException e) {
        batch.done.completeExceptionally(e);
      }
    }
    if (journal(round)) {
      apply(round);
    }
  }

  private boolean journal(Round<W, R, T> round) {
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

  private void apply(Round<W, R, T> round) {
    try {
      index.apply(round.changes.values(), round.journaled());
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

  private List<R> decide(Batch<W, R> batch, Round<W, R, T> round) {
    Map<String, StateChange<T>> mine = new LinkedHashMap<>();
    List<JournalEntry> journaled = new ArrayList<>();
    List<R> results = new ArrayList<>(batch.writes.size());
    for (W write : batch.writes) {
      String id = decider.id(write);
      StateChange<T> own = mine.get(id);
      Decider.Decision<R, T> decision =
          decider.decide(write, own == null ? round.changes.get(id) : own);
      results.add(decision.result());
      decision
          .change()
          .ifPresent(
              change -> {
                mine.put(id, change);
                journaled.add(JournalEntry.of(change));
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
