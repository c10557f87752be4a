package dev.winnow.exports;

import dev.winnow.engine.StoredCustomer;
import java.io.Closeable;
import java.io.IOException;

/** Writes customers to a stream, one after the other. Closing writes out what is buffered. */
public interface ListWriter extends Closeable {
  void write(StoredCustomer customer) throws IOException;
}
