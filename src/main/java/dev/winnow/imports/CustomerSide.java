package dev.winnow.imports;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Engine;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write.Expected;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.ingest.Change;
import dev.winnow.ingest.Pipeline;
import dev.winnow.ingest.Receipt;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Customers, as their sources give them. An import speaks for the fields that it maps: it sets or
 * empties those, and leaves what other sources said of the others.
 *
 * @param durability journaled when what they did is written next, which needs them to be visible
 * @param mapped names of the fields that the import maps
 */
record CustomerSide(
    Schema schema, Engine engine, Pipeline pipeline, Durability durability, Set<String> mapped)
    implements Side<Customer> {
  @Override
  public UndoLog.Kind kind() {
    return UndoLog.Kind.CUSTOMER;
  }

  @Override
  public boolean takes(Rows rows) {
    return rows == Rows.CUSTOMERS;
  }

  @Override
  public Map<String, Found<Customer>> find(Collection<String> ids) {
    Map<String, Found<Customer>> found = new HashMap<>();
    for (String id : ids) {
      engine.get(id).ifPresent(stored -> found.put(id, found(stored)));
    }
    return found;
  }

  private static Found<Customer> found(StoredCustomer stored) {
    return new Found<>(
        stored.given(), stored.version(), stored.archived().isPresent(), stored.origins().newest());
  }

  @Override
  public Customer next(Optional<Customer> before, Item item) {
    CustomerItem row = (CustomerItem) item;
    if (before.isEmpty()) {
      return row.customer();
    }
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
    for (String field : schema.fields().keySet()) {
      FieldValue old = before.get().values().get(field);
      FieldValue value = row.customer().values().get(field);
      boolean stays = value == null && (row.derived() || !mapped.contains(field));
      if (stays || (old != null && row.assumed().contains(field))) {
        value = old;
      }
      if (value != null) {
        values.put(field, value);
      }
    }
    return new Customer(row.id(), values);
  }

  @Override
  public byte[] encode(Customer value) {
    return new CustomerCodec(schema).encode(value);
  }

  @Override
  public Customer decode(String id, byte[] bytes) {
    return new CustomerCodec(schema).decode(id, bytes);
  }

  /** Those of the same origin in one go. */
  @Override
  public List<Receipt> put(List<Put<Customer>> puts) {
    List<Receipt> receipts = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= puts.size(); to++) {
      Origin origin = puts.get(from).origin();
      if (to == puts.size() || !puts.get(to).origin().equals(origin)) {
        List<Change> changes = puts.subList(from, to).stream().map(CustomerSide::change).toList();
        receipts.addAll(pipeline.bulk(changes, durability, origin));
        from = to;
      }
    }
    return receipts;
  }

  private static Change change(Put<Customer> put) {
    Expected expected = expected(put.expected());
    return put.value()
        .<Change>map(customer -> new Change.Ready(customer, expected))
        .orElseGet(() -> new Change.Remove(put.id(), expected));
  }

  private static Expected expected(long version) {
    if (version == ANY) {
      return Expected.ANYTHING;
    }
    return version == ABSENT ? Expected.ABSENT : new Expected.Version(version);
  }
}
