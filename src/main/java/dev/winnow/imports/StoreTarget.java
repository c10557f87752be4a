package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.Change;
import dev.winnow.ingest.Pipeline;
import dev.winnow.ingest.Receipt;
import java.time.Clock;
import java.util.List;

/**
 * Writes into the open index, durable at each checkpoint.
 *
 * @param source the name that the values' origins get, such as {@code import:erp.csv}
 */
public record StoreTarget(Pipeline pipeline, CustomerStore store, String source, Clock clock)
    implements ImportTarget {
  @Override
  public List<Receipt> put(List<Customer> customers) {
    List<Change> changes =
        customers.stream()
            .<Change>map(customer -> new Change.Ready(customer, Expected.ANYTHING))
            .toList();
    return pipeline.bulk(changes, Durability.AT_CHECKPOINT, new Origin(source, clock.instant()));
  }

  @Override
  public void checkpoint() {
    store.checkpoint();
  }
}
