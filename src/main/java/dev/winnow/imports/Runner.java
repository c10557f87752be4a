package dev.winnow.imports;

import dev.winnow.customer.Origin;
import dev.winnow.engine.Progress;
import dev.winnow.imports.Decision.Step;
import dev.winnow.imports.ImportRun.Position;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.problem.Fault;
import dev.winnow.tables.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one table. From time to time everything is made durable and the place noted, so that a
 * stopped import goes on from there; what it writes again after a crash is what is there already.
 */
final class Runner {
  static final int BATCH = 1_000;

  /** Where new customers must be visible before what they did is written, which takes a while. */
  private static final int LARGE_BATCH = 20_000;

  /** Rows; the property is for tests. */
  private static final int CHECKPOINT_EVERY =
      Integer.getInteger("winnow.imports.checkpoint-rows", 100_000);

  private final ImportServices services;
  private final Runs runs;
  private final ImportRun run;
  private final Live live;
  private final Tallying tally;
  private final LongSet seen = new LongSet();
  private final long done;
  private final Origin origin;
  private long rows;
  private long checkpoint;
  private boolean hasActivities;

  Runner(ImportServices services, Runs runs, ImportRun run, Live live) {
    this.services = services;
    this.runs = runs;
    this.run = run;
    this.live = live;
    this.tally = new Tallying(run.counts());
    this.done = run.position().rows();
    this.origin = new Origin(run.plan().source(), services.clock().instant());
  }

  /** Writes until the end of the table, or until somebody wants it to stop. */
  void run(RowSource source, ColumnMapping mapping, ImportFolder files, Progress progress)
      throws IOException {
    RowReader reader =
        new RowReader(services.schema(), mapping, source.header(), services.activities().reader());
    int batch = mapping.derivesCustomers() ? LARGE_BATCH : BATCH;
    try (UndoLog undo = new UndoLog(files.undo(run.id()));
        RejectedFile rejected =
            new RejectedFile(
                files.rejected(run.id()), source.header(), run.position().rejectedBytes());
        ReadAhead batches = new ReadAhead(source, batch, reader)) {
      Pass pass = new Pass(undo, rejected, mapping);
      try {
        while (live.goesOn() && batches.hasNext()) {
          pass.take(batches.next());
          live.at(place(), run.plan().rows(), pass.counts);
          progress.at(place(), live.total());
          if (rows - checkpoint >= CHECKPOINT_EVERY) {
            pass.checkpoint();
          }
        }
      } catch (IOException | RuntimeException e) {
        pass.tryCheckpoint(e);
        throw e;
      }
      pass.checkpoint();
      if (live.goesOn() && run.plan().mode() == Mode.MIRROR) {
        pass.archive();
        pass.checkpoint();
      }
    }
    if (hasActivities) {
      services.activities().pipeline().settle();
    }
  }

  /** How far it is; while it reads again what was done before, as far as it had come then. */
  private long place() {
    return Math.max(rows, done);
  }

  /** The files and writers that are open while it runs. */
  private final class Pass {
    private final UndoLog undo;
    private final RejectedFile rejected;
    private final ColumnMapping mapping;
    private final Writer<?> customers;
    private final Writer<?> activities;
    private Position position = run.position();
    private Counts counts = run.counts();

    Pass(UndoLog undo, RejectedFile rejected, ColumnMapping mapping) {
      this.undo = undo;
      this.rejected = rejected;
      this.mapping = mapping;
      this.customers =
          new Writer<>(
              Sides.customers(services, mapping), mode(), origin, undo, tally, this::reject);
      this.activities =
          new Writer<>(
              new ActivitySide(services.activities()), mode(), origin, undo, tally, this::reject);
    }

    private Mode mode() {
      return run.plan().mode();
    }

    private void take(List<ReadRow> batch) throws IOException {
      List<Step> steps = new ArrayList<>();
      for (ReadRow row : batch) {
        rows++;
        if (rows <= done) {
          row.items().forEach(item -> seen.add(hash(item)));
        } else {
          take(row, steps);
        }
      }
      customers.write(steps);
      activities.write(steps);
      counts = tally.counts();
      position = new Position(place(), rejected.flush(), undo.length(), 0);
    }

    private void take(ReadRow row, List<Step> steps) {
      tally.read();
      List<Fault> faults = new ArrayList<>(row.faults());
      boolean repeated = false;
      for (Item item : row.items()) {
        boolean again = !seen.add(hash(item)) && !isDerived(item);
        repeated |= again;
        if (again && Sides.refusesRepeats(mapping, item)) {
          faults.add(Sides.repeated(item));
        }
      }
      if (repeated) {
        tally.duplicate();
      }
      if (!faults.isEmpty()) {
        reject(row, faults);
        return;
      }
      for (Item item : row.items()) {
        hasActivities |= !(item instanceof CustomerItem);
        steps.add(new Step(row, item));
      }
    }

    /** Archives what the source gave once, and has no longer. */
    private void archive() throws IOException {
      Mirror mirror = new Mirror(services, run.plan().source());
      mirror.requireTrust(run.plan(), mirror.guard(seen), counts);
      mirror.archive(seen, origin, undo, tally);
      counts = tally.counts();
      position = new Position(place(), rejected.flush(), undo.length(), 0);
    }

    private void reject(ReadRow row, List<Fault> faults) {
      tally.rejected();
      rejected.add(row.row(), faults);
    }

    /** Makes all whole batches so far durable and visible, and notes the place. */
    private void checkpoint() {
      services.store().checkpoint();
      services.activities().pipeline().checkpoint();
      rejected.force();
      var _ = runs.update(run.id(), each -> each.at(position, counts));
      customers.visible();
      activities.visible();
      checkpoint = rows;
    }

    /** So that less has to be written again after a failure. */
    private void tryCheckpoint(Exception failure) {
      try {
        checkpoint();
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }

  private static boolean isDerived(Item item) {
    return item instanceof CustomerItem customer && customer.derived();
  }

  static long hash(Item item) {
    return Hash.of(item.rows().ordinal() + item.id());
  }

  static long customerHash(String id) {
    return Hash.of(Rows.CUSTOMERS.ordinal() + id);
  }
}
