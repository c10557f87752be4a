package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.ingest.Receipt;
import java.util.List;

/** Where imported customers go: the open index, or a running server. */
public interface ImportTarget {
  /** Inserts or replaces the customers in order; a receipt for each. */
  List<Receipt> put(List<Customer> customers);

  /** Makes everything put so far durable and visible. */
  void checkpoint();
}
