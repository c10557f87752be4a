package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.Change;
import dev.winnow.ingest.Pipeline;
import dev.winnow.ingest.Receipt;
import java.util.List;

/** Writes into the open index, durable at each checkpoint. */
public record StoreTarget(Pipeline pipeline, CustomerStore store) implements ImportTarget {
  @Override
  public List<Receipt> put(List<Customer> customers) {
    List<Change> changes =
        customers.stream()
            .<Change>map(customer -> new Change.Ready(customer, Expected.ANYTHING))
            .toList();
    return pipeline.bulk(changes, Durability.AT_CHECKPOINT);
  }

  @Override
  public void checkpoint() {
    store.checkpoint();
  }
}
