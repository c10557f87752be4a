package dev.winnow.http;

import dev.winnow.access.FieldMask;
import dev.winnow.customer.CustomerLayers;
import dev.winnow.customer.Origin;
import dev.winnow.customer.SeenCustomers;
import dev.winnow.engine.StoredCustomer;
import java.util.LinkedHashMap;
import tools.jackson.core.JsonGenerator;

/** Where a customer's values come from, what is missing, and whether it is archived. */
record RecordJson(SeenCustomers seen) {
  /** Writes {@code origins}, {@code missing} and {@code archivedOn}. */
  void write(JsonGenerator json, StoredCustomer customer, FieldMask mask) {
    json.writeObjectPropertyStart("origins");
    for (String field : customer.given().values().keySet()) {
      if (!mask.hides(field)) {
        customer.origins().of(field).ifPresent(origin -> write(json, field, origin));
      }
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("missing");
    seen.missing(layers(customer)).forEach(json::writeString);
    json.writeEndArray();
    customer.archived().ifPresent(origin -> writeArchived(json, origin));
  }

  private void writeArchived(JsonGenerator json, Origin origin) {
    json.writeStringProperty(
        "archivedOn", origin.at().atZone(seen.zone()).toLocalDate().toString());
    json.writeStringProperty("archivedBy", origin.source());
  }

  private static void write(JsonGenerator json, String field, Origin origin) {
    json.writeObjectPropertyStart(field);
    json.writeStringProperty("source", origin.source());
    json.writeStringProperty("at", origin.at().toString());
    json.writeEndObject();
  }

  private static CustomerLayers layers(StoredCustomer customer) {
    return new CustomerLayers(
        customer.given(),
        new LinkedHashMap<>(customer.computed()),
        customer.overrides(),
        customer.origins(),
        customer.archived());
  }
}
