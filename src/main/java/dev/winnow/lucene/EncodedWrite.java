package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.Write;
import java.util.SequencedMap;

/**
 * A write with its values as JSON, made in the caller's thread so that the write loop is spared it.
 *
 * @param layer the given or the computed values; empty when the write has none
 */
record EncodedWrite(Write write, byte[] layer) {
  private static final byte[] NONE = {};

  static EncodedWrite of(Write write, CustomerDocuments documents) {
    return new EncodedWrite(
        write,
        switch (write) {
          case Write.Put put -> documents.encode(put.customer());
          case Write.Compute(String id, SequencedMap<String, FieldValue> values) ->
              documents.encode(new Customer(id, values));
          case Write.Delete _, Write.Grade _ -> NONE;
        });
  }

  String id() {
    return write.id();
  }
}
