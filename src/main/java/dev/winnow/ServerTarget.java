package dev.winnow;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.imports.ImportTarget;
import dev.winnow.ingest.Receipt;
import dev.winnow.schema.Schema;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Sends imported customers to a running server, which makes each batch durable itself. */
final class ServerTarget implements ImportTarget {
  private static final JsonFactory JSON = new JsonFactory();

  private final RunningServer server;
  private final CustomerCodec codec;

  ServerTarget(RunningServer server, Schema schema) {
    this.server = server;
    this.codec = new CustomerCodec(schema);
  }

  @Override
  public List<Receipt> put(List<Customer> customers) {
    StringWriter lines = new StringWriter();
    for (Customer customer : customers) {
      try (JsonGenerator line = JSON.createGenerator(ObjectWriteContext.empty(), lines)) {
        line.writeStartObject();
        line.writeStringProperty("id", customer.id());
        line.writeName("fields");
        codec.write(line, customer);
        line.writeEndObject();
      }
      lines.write('\n');
    }
    List<Receipt> receipts = new ArrayList<>();
    for (JsonNode line : server.postLines("/customers/bulk", lines.toString())) {
      if (line.has("outcome")) {
        receipts.add(receipt(line));
      }
    }
    return receipts;
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
