package dev.winnow.imports;

import dev.winnow.activity.ActivityReader;
import dev.winnow.customer.Customer;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.ingest.Receipt;
import dev.winnow.mapping.ActivityRows;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Writes rows of activities into the open index. They are durable at each checkpoint; the
 * customers' fields are folded at the end.
 */
public record ActivityTarget(Rows rows, ActivityReader reader, ActivityPipeline pipeline)
    implements ImportTarget {
  @Override
  public List<Receipt> put(List<Customer> customers) {
    List<ActivityWrite> writes = new ArrayList<>();
    List<Optional<Receipt>> rejected = new ArrayList<>();
    for (Customer row : customers) {
      try {
        writes.add(new ActivityWrite.Put(reader.read(ActivityRows.json(rows, row), "/fields")));
        rejected.add(Optional.empty());
      } catch (WinnowException e) {
        rejected.add(Optional.of(Receipt.rejected(row.id(), e.faults())));
      }
    }
    Iterator<Receipt> written = pipeline.bulk(writes, Durability.AT_CHECKPOINT).iterator();
    return rejected.stream().map(each -> each.orElseGet(written::next)).toList();
  }

  @Override
  public void checkpoint() {
    pipeline.checkpoint();
  }

  @Override
  public void finish() {
    pipeline.settle();
  }
}
