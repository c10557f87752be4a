package dev.winnow.lucene;

import dev.winnow.engine.Write;

/**
 * A write with the customer's fields as JSON, made in the caller's thread so that the write loop is
 * spared it.
 *
 * @param source empty for a deletion
 */
record EncodedWrite(Write write, byte[] source) {
  private static final byte[] NONE = {};

  static EncodedWrite of(Write write, CustomerDocuments documents) {
    return new EncodedWrite(
        write,
        switch (write) {
          case Write.Put put -> documents.encode(put.customer());
          case Write.Delete _ -> NONE;
        });
  }

  String id() {
    return write.id();
  }
}
