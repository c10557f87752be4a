package dev.winnow.ingest;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes customers of whom nothing is known but that something happened with them. */
public record NewCustomers(Schema schema, CustomerStore store) {
  /** Creates the customers, named by their ids, unless they exist. */
  void create(Collection<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Write> writes =
        ids.stream().<Write>map(id -> new Write.Put(named(id), Expected.ABSENT)).toList();
    var _ = store.apply(writes, Durability.JOURNALED);
  }

  private Customer named(String id) {
    return new Customer(id, Map.of(schema.title(), FieldValue.Words.of(id)));
  }
}
