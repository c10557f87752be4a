package dev.winnow.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import dev.winnow.customer.Customer;
import dev.winnow.matching.Matching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** The keys by which duplicates are found, as terms of one index field: eight bytes each. */
final class MatchKeys {
  static final String FIELD = "_match";

  private MatchKeys() {}

  static void addTo(Document document, Customer customer, Matching matching) {
    for (long key : matching.keys(customer)) {
      document.add(new StringField(FIELD, term(key), Store.NO));
    }
  }

  static BytesRef term(long key) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(key, bytes, 0);
    return new BytesRef(bytes);
  }

  static long key(BytesRef term) {
    return NumericUtils.sortableBytesToLong(term.bytes, term.offset);
  }

  /** The keys of one leaf in ascending order, and who has them. Serves one thread. */
  static final class Cursor {
    private final LeafReaderContext leaf;
    private final TermsEnum terms;
    private final @Nullable Bits live;
    private @Nullable PostingsEnum docs;
    private long key;

    private Cursor(LeafReaderContext leaf, Terms terms) throws IOException {
      this.leaf = leaf;
      this.terms = terms.iterator();
      this.live = leaf.reader().getLiveDocs();
    }

    static List<Cursor> of(List<LeafReaderContext> leaves) throws IOException {
      List<Cursor> cursors = new ArrayList<>();
      for (LeafReaderContext leaf : leaves) {
        Terms terms = leaf.reader().terms(FIELD);
        if (terms != null) {
          cursors.add(new Cursor(leaf, terms));
        }
      }
      return cursors;
    }

    /** Goes to the next key; false behind the last. */
    boolean next() throws IOException {
      BytesRef term = terms.next();
      if (term != null) {
        key = MatchKeys.key(term);
      }
      return term != null;
    }

    boolean seek(long wanted) throws IOException {
      key = wanted;
      return terms.seekExact(term(wanted));
    }

    long key() {
      return key;
    }

    /** How many have the key, some of them perhaps deleted. */
    int frequency() throws IOException {
      return terms.docFreq();
    }

    /** Adds those who have the key, numbered over all leaves. */
    void addTo(Places places) throws IOException {
      docs = terms.postings(docs, PostingsEnum.NONE);
      for (int doc = docs.nextDoc(); doc != NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          places.add(leaf.docBase + doc);
        }
      }
    }
  }

  /** Documents, numbered over all leaves. */
  static final class Places {
    private int[] values = new int[64];
    private int count;

    void clear() {
      count = 0;
    }

    void add(int place) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = place;
    }

    int[] values() {
      return values;
    }

    int count() {
      return count;
    }
  }
}
