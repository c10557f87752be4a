package dev.winnow.exports;

import dev.winnow.access.FieldMask;
import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.StoredCustomer;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;

/** A customer as it leaves: id, version and the fields the reader may see. */
public record CustomerDocument(CustomerCodec codec, FieldMask mask) {
  /** Writes the members of the document's object, which the caller opens and closes. */
  public void writeMembers(JsonGenerator json, StoredCustomer customer) {
    json.writeStringProperty("id", customer.customer().id());
    json.writeNumberProperty("version", customer.version());
    json.writeName("fields");
    codec.write(json, visible(customer.customer(), mask));
  }

  /** The customer without the fields that are masked. */
  public static Customer visible(Customer customer, FieldMask mask) {
    if (mask.hidden().isEmpty()) {
      return customer;
    }
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>(customer.values());
    values.keySet().removeAll(mask.hidden());
    return new Customer(customer.id(), values);
  }
}
