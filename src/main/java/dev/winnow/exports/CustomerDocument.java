package dev.winnow.exports;

import dev.winnow.access.FieldMask;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.engine.StoredCustomer;
import tools.jackson.core.JsonGenerator;

/** A customer as it leaves: id, version and the fields the reader may see. */
public record CustomerDocument(CustomerCodec codec, FieldMask mask) {
  /** Writes the members of the document's object, which the caller opens and closes. */
  public void writeMembers(JsonGenerator json, StoredCustomer customer) {
    json.writeStringProperty("id", customer.customer().id());
    json.writeNumberProperty("version", customer.version());
    json.writeName("fields");
    codec.write(json, mask.apply(customer.customer()));
  }
}
