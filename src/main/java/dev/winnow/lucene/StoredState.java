package dev.winnow.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds, or is about to hold, of one customer or activity.
 *
 * @param number the stable number of the customer, or of the activity's customer
 * @param version grows with every write to the index
 * @param sourceOrNull the content as JSON; null when it is deleted
 */
record StoredState(String id, long number, long version, byte @Nullable [] sourceOrNull) {
  /** Index field of the id: a term, and a binary doc value. */
  static final String ID = KeywordFields.ID;

  /** Index field of the number: a numeric doc value. */
  static final String NUMBER = "_number";

  /** Index field of the version: a numeric doc value. */
  static final String VERSION = "_version";

  /** Index field of the source: stored. */
  static final String SOURCE = "_source";

  static StoredState of(JournalEntry entry) {
    return new StoredState(
        entry.id(), entry.number(), entry.version(), entry.source().orElse(null));
  }

  static StoredState read(LeafReader leaf, int doc) throws IOException {
    return read(leaf, leaf.storedFields(), doc);
  }

  /** The same, for many of a leaf: its stored fields are opened once. */
  static StoredState read(LeafReader leaf, StoredFields stored, int doc) throws IOException {
    BytesRef source = stored.document(doc).getBinaryValue(SOURCE);
    BinaryDocValues ids = DocValues.getBinary(leaf, ID);
    ids.advanceExact(doc);
    String id = ids.binaryValue().utf8ToString();
    byte[] json = Arrays.copyOfRange(source.bytes, source.offset, source.offset + source.length);
    return new StoredState(id, value(leaf, NUMBER, doc), value(leaf, VERSION, doc), json);
  }

  static Term byId(String id) {
    return new Term(ID, id);
  }

  /** The numeric doc value of a document, 0 when it has none. */
  static long value(LeafReader leaf, String field, int doc) throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf, field);
    return values.advanceExact(doc) ? values.longValue() : 0;
  }

  boolean deleted() {
    return sourceOrNull == null;
  }

  byte[] source() {
    return Objects.requireNonNull(sourceOrNull);
  }

  boolean hasSource(byte[] source) {
    return Arrays.equals(sourceOrNull, source);
  }
}
