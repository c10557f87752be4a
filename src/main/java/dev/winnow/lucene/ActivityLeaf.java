package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.condition.ActivityKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/**
 * Reads activities from a leaf's doc values, without their texts; a good deal faster than from
 * their stored sources. Documents have to be asked for in ascending order.
 */
final class ActivityLeaf {
  /** Words of attributes with fewer different ones are kept. */
  private static final int FEW = 4_096;

  private static final ActivityKind[] KINDS = ActivityKind.values();

  private final LeafReader reader;
  private final NumericDocValues kinds;
  private final NumericDocValues times;
  private final BinaryDocValues ids;
  private final Map<String, Words> words = new HashMap<>();
  private final Map<String, NumericDocValues> numbers = new HashMap<>();

  ActivityLeaf(LeafReader reader) throws IOException {
    this.reader = reader;
    kinds = DocValues.getNumeric(reader, ActivityDocuments.numbers(ActivityDocuments.KIND));
    times = DocValues.getNumeric(reader, ActivityDocuments.numbers(ActivityDocuments.TIME));
    ids = DocValues.getBinary(reader, StoredState.ID);
  }

  private static final class Words {
    private final SortedDocValues values;
    private final String[] known;

    private Words(SortedDocValues values) {
      this.values = values;
      known = new String[values.getValueCount() <= FEW ? values.getValueCount() : 0];
    }

    private String of(int doc) throws IOException {
      if (!values.advanceExact(doc)) {
        return "";
      }
      int ord = values.ordValue();
      if (ord >= known.length) {
        return values.lookupOrd(ord).utf8ToString();
      }
      String word = known[ord];
      if (word == null) {
        word = values.lookupOrd(ord).utf8ToString();
        known[ord] = word;
      }
      return word;
    }
  }

  /** The activity of a document. */
  Activity read(int doc, String customer) throws IOException {
    String id = ids.advanceExact(doc) ? ids.binaryValue().utf8ToString() : "";
    long time = times.advanceExact(doc) ? times.longValue() : 0;
    ActivityKind kind = KINDS[kinds.advanceExact(doc) ? (int) kinds.longValue() : 0];
    return switch (kind) {
      case PURCHASE ->
          new Activity.Purchase(
              id,
              customer,
              time,
              word("order", doc),
              word("product", doc),
              word("category", doc),
              number("quantity", doc, 0),
              number("amount", doc, 0),
              word("currency", doc));
      case INTERACTION ->
          new Activity.Interaction(
              id, customer, time, word("type", doc), word("direction", doc), "");
      case FEEDBACK -> {
        long score = number("score", doc, -1);
        yield new Activity.Feedback(
            id,
            customer,
            time,
            word("type", doc),
            score < 0 ? OptionalInt.empty() : OptionalInt.of((int) score),
            "",
            number(ActivityDocuments.OPEN, doc, 0) == 1);
      }
    };
  }

  private String word(String attribute, int doc) throws IOException {
    Words found = words.get(attribute);
    if (found == null) {
      found = new Words(DocValues.getSorted(reader, ActivityDocuments.words(attribute)));
      words.put(attribute, found);
    }
    return found.of(doc);
  }

  private long number(String attribute, int doc, long missing) throws IOException {
    NumericDocValues found = numbers.get(attribute);
    if (found == null) {
      found = DocValues.getNumeric(reader, ActivityDocuments.numbers(attribute));
      numbers.put(attribute, found);
    }
    return found.advanceExact(doc) ? found.longValue() : missing;
  }
}
