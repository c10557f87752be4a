package dev.winnow;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.imports.ImportTarget;
import dev.winnow.ingest.Receipt;
import dev.winnow.mapping.ActivityRows;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.schema.Schema;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Sends imported rows to a running server, which makes each batch durable itself. */
final class ServerTarget implements ImportTarget {
  private static final JsonFactory JSON = new JsonFactory();

  private final RunningServer server;
  private final CustomerCodec codec;
  private final Rows rows;

  ServerTarget(RunningServer server, Schema schema, Rows rows) {
    this.server = server;
    this.codec = new CustomerCodec(schema);
    this.rows = rows;
  }

  @Override
  public List<Receipt> put(List<Customer> customers) {
    StringWriter lines = new StringWriter();
    for (Customer customer : customers) {
      lines.write(rows == Rows.CUSTOMERS ? line(customer) : activity(customer));
      lines.write('\n');
    }
    List<Receipt> receipts = new ArrayList<>();
    String path = rows == Rows.CUSTOMERS ? "/customers/bulk" : "/activities/bulk";
    for (JsonNode line : server.postLines(path, lines.toString())) {
      if (line.has("outcome")) {
        receipts.add(receipt(line));
      }
    }
    return receipts;
  }

  private String line(Customer customer) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("id", customer.id());
      json.writeName("fields");
      codec.write(json, customer);
      json.writeEndObject();
    }
    return line.toString();
  }

  private String activity(Customer row) {
    return ActivityRows.json(rows, row).toString();
  }

  private static Receipt receipt(JsonNode line) {
    String code = line.path("outcome").asString("");
    Receipt.Outcome outcome =
        Arrays.stream(Receipt.Outcome.values())
            .filter(candidate -> candidate.code().equals(code))
            .findFirst()
            .orElse(Receipt.Outcome.REJECTED);
    return new Receipt(
        line.path("id").asString(""),
        outcome,
        line.path("version").asLong(0),
        RunningServer.faults(line));
  }

  @Override
  public void checkpoint() {}
}
