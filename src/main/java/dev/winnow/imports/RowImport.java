package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.customer.Normaliser;
import dev.winnow.customer.TextFormats;
import dev.winnow.ingest.Receipt;
import dev.winnow.ingest.Tally;
import dev.winnow.mapping.ActivityRows;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.ColumnMapping.Repeats;
import dev.winnow.mapping.RowMapper;
import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.tables.Row;
import dev.winnow.tables.RowSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes a table's rows through a mapping and the normaliser into a target, in batches. A bad row is
 * rejected with its reasons and the others go on; since rows replace by id, the same import can be
 * run again after an interruption and changes nothing that is there already.
 */
public final class RowImport {
  private static final int BATCH = 1_000;
  private static final int CHECKPOINT_EVERY = 100_000;

  private final Normaliser normaliser;
  private final ColumnMapping mapping;
  private final ColumnMapping.Part part;
  private final TextFormats formats;
  private final ImportTarget target;
  private final Consumer<RejectedRow> rejections;
  private final Map<String, Long> seen = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Customer> customers = new ArrayList<>();
  private Tally tally = Tally.NONE;

  /**
   * @param schema of customers
   * @param rejections told of every rejected row, in no particular order within a batch
   */
  public RowImport(
      Schema schema, ColumnMapping mapping, ImportTarget target, Consumer<RejectedRow> rejections) {
    this.mapping = mapping;
    this.part = mapping.parts().getFirst();
    this.normaliser = new Normaliser(ActivityRows.schema(part.rows()).orElse(schema));
    this.formats = part.formats();
    this.target = target;
    this.rejections = rejections;
  }

  /** Imports all rows and counts what became of them; to be called once. */
  public Tally run(RowSource source) {
    RowMapper mapper = new RowMapper(mapping, source.header());
    long checkpoint = CHECKPOINT_EVERY;
    while (source.hasNext()) {
      read(mapper, source.next());
      if (customers.size() == BATCH) {
        flush();
      }
      if (tally.inserted() + tally.updated() >= checkpoint) {
        target.checkpoint();
        checkpoint += CHECKPOINT_EVERY;
      }
    }
    flush();
    target.finish();
    return tally;
  }

  private void read(RowMapper mapper, Row row) {
    for (RowMapper.Mapped mapped : mapper.map(row)) {
      take(row, mapped);
    }
  }

  private void take(Row row, RowMapper.Mapped mapped) {
    List<Fault> faults = new ArrayList<>(mapped.faults());
    if (faults.isEmpty()) {
      Normaliser.checkId(mapped.id(), RowMapper.idColumns(part)).ifPresent(faults::add);
    }
    if (faults.isEmpty() && part.repeats() == Repeats.REJECT) {
      Long first = seen.putIfAbsent(mapped.id(), row.number());
      if (first != null) {
        faults.add(
            new Fault(
                RowMapper.idColumns(part),
                "The id is already in row %d.".formatted(first),
                "Every id may occur once."));
      }
    }
    if (faults.isEmpty()) {
      try {
        customers.add(normaliser.fromText(mapped.id(), mapped.cells(), formats));
        rows.add(row);
      } catch (WinnowException e) {
        e.faults().forEach(fault -> faults.add(RowMapper.atColumn(part, fault)));
      }
    }
    if (!faults.isEmpty()) {
      tally = tally.plus(Receipt.rejected(mapped.id(), faults));
      rejections.accept(new RejectedRow(row, faults));
    }
  }

  private void flush() {
    if (customers.isEmpty()) {
      return;
    }
    List<Receipt> receipts = target.put(List.copyOf(customers));
    for (int i = 0; i < receipts.size(); i++) {
      Tally before = tally;
      tally = tally.plus(receipts.get(i));
      if (tally.rejected() > before.rejected()) {
        rejections.accept(new RejectedRow(rows.get(i), receipts.get(i).faults()));
      }
    }
    customers.clear();
    rows.clear();
  }
}
