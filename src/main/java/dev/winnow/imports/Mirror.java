package dev.winnow.imports;

import dev.winnow.condition.Condition;
import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.imports.ImportRun.Plan;
import dev.winnow.imports.Report.Guard;
import dev.winnow.imports.UndoLog.Entry;
import dev.winnow.imports.UndoLog.Kind;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Records;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Archives the customers that a source gave once and has no longer. A source that has suddenly lost
 * many of them is more likely to be broken than right, so that takes an express yes.
 */
record Mirror(ImportServices services, String source) {
  private static final int PAGE = 1_000;

  /** Fewer than these may always go. */
  private static final int FEW = 10;

  /** A tenth: more may not go, and no more rows may be rejected. */
  private static final int SHARE = 10;

  /** Refuses a table that a mirror cannot be made of. */
  static void requireCustomers(ColumnMapping mapping) {
    if (mapping.derivesCustomers()
        || mapping.parts().stream().noneMatch(part -> part.rows() == Rows.CUSTOMERS)) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST,
          "Only a table of customers can be mirrored: of others nobody knows who is gone.");
    }
  }

  /** What would be archived, when these ids are all that the source has. */
  Guard guard(LongSet seen) {
    long of = 0;
    long gone = 0;
    try (Snapshot now = services.engine().snapshot()) {
      Condition ours = ours();
      List<StoredCustomer> page = now.members(ours, -1, PAGE);
      while (!page.isEmpty()) {
        of += page.size();
        gone += page.stream().filter(each -> isGone(each, seen)).count();
        page = now.members(ours, page.getLast().number(), PAGE);
      }
    }
    return new Guard(gone, of, gone > 0 && (gone == of || gone > Math.max(FEW, of / SHARE)));
  }

  /** The same guard, as it is when so many of the rows were rejected. */
  static Guard after(Guard guard, Counts counts) {
    boolean doubtful = guard.archives() > 0 && counts.rejected() > counts.read() / SHARE;
    return new Guard(guard.archives(), guard.of(), guard.refused() || doubtful);
  }

  /** Refuses to archive suspiciously many, unless somebody has said that it is right. */
  void requireTrust(Plan plan, Guard found, Counts counts) {
    Guard guard = after(found, counts);
    if (guard.refused() && !plan.acceptArchiving()) {
      throw new WinnowException(
          ProblemCode.IMPORT_GUARD,
          List.of(
              new Fault(
                  "",
                  "%,d of %,d customers of this source are gone from the table, and %,d of its %,d rows were rejected."
                      .formatted(guard.archives(), guard.of(), counts.rejected(), counts.read()),
                  "Start again with acceptArchiving if that is right.")));
    }
  }

  void archive(LongSet seen, Origin origin, UndoLog undo, Tallying tally) throws IOException {
    try (Snapshot now = services.engine().snapshot()) {
      Condition ours = ours();
      List<StoredCustomer> page = now.members(ours, -1, PAGE);
      while (!page.isEmpty()) {
        List<String> gone =
            page.stream()
                .filter(each -> isGone(each, seen))
                .map(each -> each.given().id())
                .toList();
        undo.append(
            gone.stream()
                .map(id -> new Entry(Kind.ARCHIVED, id, 0, Optional.empty(), Optional.of(origin)))
                .toList());
        var _ = services.pipeline().archive(gone, Durability.AT_CHECKPOINT, origin);
        tally.archived(gone.size());
        page = now.members(ours, page.getLast().number(), PAGE);
      }
    }
  }

  private static boolean isGone(StoredCustomer customer, LongSet seen) {
    return !seen.contains(Runner.customerHash(customer.given().id()));
  }

  /** Customers with a value of this source, those archived already not among them. */
  private Condition ours() {
    Records records = services.schema().records();
    Optional<String> sources = records.field(Records.Kind.SOURCES);
    Optional<String> archived = records.field(Records.Kind.ARCHIVED);
    if (sources.isEmpty() || archived.isEmpty()) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST,
          "A mirror needs fields with \"record: sources\" and \"record: archived\" in fields.yml.");
    }
    return new Condition.All(
        List.of(
            new Condition.In(sources.get(), List.of(source)),
            new Condition.Exists(archived.get(), false)));
  }
}
