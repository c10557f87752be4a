package dev.winnow.exports;

import dev.winnow.access.FieldMask;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.engine.StoredCustomer;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** One customer document a line, as JSON. */
public final class NdjsonWriter implements ListWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator("")
          .build();

  private final CustomerDocument document;
  private final JsonGenerator json;

  public NdjsonWriter(CustomerCodec codec, FieldMask mask, OutputStream out) {
    this.document = new CustomerDocument(codec, mask);
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
  }

  @Override
  public void write(StoredCustomer customer) {
    json.writeStartObject();
    document.writeMembers(json, customer);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
