package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.ingest.Receipt;
import java.util.List;

/**
 * Where imported rows go: the open index, or a running server. Rows of activities come as customers
 * do, with the fields of {@link ActivityRows}.
 */
public interface ImportTarget {
  /** Inserts or replaces the rows in order; a receipt for each. */
  List<Receipt> put(List<Customer> customers);

  /** Makes everything put so far durable and visible. */
  void checkpoint();

  /** Everything has been put: makes it durable, and whatever follows from it. */
  default void finish() {
    checkpoint();
  }
}
