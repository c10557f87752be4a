package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.OriginCodec;
import dev.winnow.customer.Origins;
import dev.winnow.engine.Write;
import java.util.SequencedMap;

/**
 * A write with its values as JSON, made in the caller's thread so that the write loop is spared it.
 *
 * @param layer the given or the computed values; empty when the write has none
 * @param origins of the values as if all were new, or of the archiving; empty when there are none
 */
record EncodedWrite(Write write, byte[] layer, byte[] origins) {
  private static final byte[] NONE = {};

  static EncodedWrite of(Write write, CustomerDocuments documents) {
    return switch (write) {
      case Write.Put put ->
          new EncodedWrite(
              write,
              documents.encode(put.customer()),
              put.origin().map(Origins::all).map(OriginCodec::encode).orElse(NONE));
      case Write.Compute(String id, SequencedMap<String, FieldValue> values) ->
          new EncodedWrite(write, documents.encode(new Customer(id, values)), NONE);
      case Write.Archive archive ->
          new EncodedWrite(
              write,
              NONE,
              archive.origin().map(Origins::all).map(OriginCodec::encode).orElse(NONE));
      case Write.Delete _, Write.Grade _ -> new EncodedWrite(write, NONE, NONE);
    };
  }

  String id() {
    return write.id();
  }
}
