package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** Reads many customers of a leaf in ascending order. Serves one thread. */
final class CustomerScan {
  private final CustomerDocuments documents;
  private final StoredFields stored;
  private final BinaryDocValues ids;

  /**
   * @param dense many of those that are stored together will be read: they are decompressed at once
   */
  CustomerScan(LeafReader leaf, CustomerDocuments documents, boolean dense) throws IOException {
    this.documents = documents;
    this.stored =
        dense && leaf instanceof CodecReader codec
            ? codec.getFieldsReader().getMergeInstance()
            : leaf.storedFields();
    this.ids = DocValues.getBinary(leaf, StoredState.ID);
  }

  /** The customer of a document behind those read before, as everyone sees it. */
  Customer read(int doc) throws IOException {
    BytesRef source = stored.document(doc).getBinaryValue(StoredState.SOURCE);
    ids.advanceExact(doc);
    byte[] json = Arrays.copyOfRange(source.bytes, source.offset, source.offset + source.length);
    return documents.seen(ids.binaryValue().utf8ToString(), json);
  }
}
