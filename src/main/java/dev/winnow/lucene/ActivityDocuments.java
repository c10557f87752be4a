package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ActivityCodec;
import dev.winnow.condition.ActivityKind;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.schema.Schema;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * How an activity is laid out as a Lucene document. A leaf holds its activities by customer, and
 * those of one customer by time.
 *
 * <table>
 * <caption>Index fields beside those of {@link StoredState}</caption>
 * <tr><td>{@code c._customer}, {@code k._customer}</td><td>the customer's id: sorted doc values,
 * and a term</td></tr>
 * <tr><td>{@code n._kind}</td><td>the {@link ActivityKind}'s ordinal: numeric doc values</td></tr>
 * <tr><td>{@code n._time}</td><td>milliseconds since 1970: numeric doc values</td></tr>
 * <tr><td>{@code k._kind}</td><td>the kind: a term</td></tr>
 * <tr><td>{@code n.<attribute>}</td><td>quantity, amount, score, open: numeric doc values</td></tr>
 * <tr><td>{@code c.<attribute>}</td><td>category, product, order, currency, type, direction: sorted
 * doc values</td></tr>
 * <tr><td>{@code k.<attribute>}</td><td>the same, and returned and open, as terms</td></tr>
 * <tr><td>{@code _has}</td><td>names of the present attributes that are words or texts: terms
 * </td></tr>
 * <tr><td>{@code t.…}</td><td>keyword lookup in texts, see {@link KeywordFields}</td></tr>
 * </table>
 */
final class ActivityDocuments implements StateDocuments<Activity> {
  static final String KIND = "_kind";
  static final String TIME = "_time";
  static final String CUSTOMER = "_customer";
  static final String OPEN = "open";

  /** The order in which a leaf holds its activities. */
  static final Sort ORDER =
      new Sort(
          new SortField(StoredState.NUMBER, SortField.Type.LONG),
          new SortField(numbers(TIME), SortField.Type.LONG));

  /** What searching the texts needs to know of them. */
  static final Schema TEXTS = ActivityKind.FEEDBACK.attributes();

  /** The layout's version; an index of another layout is rebuilt from its stored sources. */
  static final String LAYOUT = "activities 1";

  static final String TEXT = "text";

  private final ActivityCodec codec;
  private final KeywordFields keywords = new KeywordFields(TEXTS);

  /**
   * @param zone in which times are stored; they mean the same in another
   */
  ActivityDocuments(ZoneId zone) {
    codec = new ActivityCodec(zone);
  }

  /** The doc values of an attribute that is a word. */
  static String words(String attribute) {
    return "c." + attribute;
  }

  /** The doc values of an attribute that is a number. */
  static String numbers(String attribute) {
    return "n." + attribute;
  }

  /** The terms of an attribute that is a word. */
  static String terms(String attribute) {
    return CustomerDocuments.terms(attribute);
  }

  static Term byCustomer(String customer) {
    return new Term(terms(CUSTOMER), customer);
  }

  static Term byKind(ActivityKind kind) {
    return new Term(terms(KIND), kind.word());
  }

  static Query has(String attribute) {
    return new TermQuery(new Term(CustomerDocuments.HAS, attribute));
  }

  byte[] encode(Activity activity) {
    return codec.encode(activity);
  }

  Activity decode(byte[] source) {
    return codec.decode(source);
  }

  @Override
  public Document document(StoredState state, Optional<Activity> content) {
    Activity activity = content.orElseGet(() -> decode(state.source()));
    Document document = new Document();
    document.add(new StringField(StoredState.ID, activity.id(), Store.NO));
    document.add(new BinaryDocValuesField(StoredState.ID, new BytesRef(activity.id())));
    document.add(new NumericDocValuesField(StoredState.NUMBER, state.number()));
    document.add(new NumericDocValuesField(StoredState.VERSION, state.version()));
    document.add(new StoredField(StoredState.SOURCE, state.source()));
    document.add(new StringField(terms(CUSTOMER), activity.customer(), Store.NO));
    document.add(new SortedDocValuesField(words(CUSTOMER), new BytesRef(activity.customer())));
    document.add(new StringField(terms(KIND), activity.kind().word(), Store.NO));
    number(document, KIND, activity.kind().ordinal());
    number(document, TIME, activity.time());
    switch (activity) {
      case Activity.Purchase purchase -> {
        word(document, "order", purchase.order());
        word(document, "product", purchase.product());
        word(document, "category", purchase.category());
        word(document, "currency", purchase.currency());
        number(document, "quantity", purchase.quantity());
        number(document, "amount", purchase.amount());
        flag(document, "returned", purchase.quantity() < 0);
      }
      case Activity.Interaction interaction -> {
        word(document, "type", interaction.type());
        word(document, "direction", interaction.direction());
        text(document, interaction.id(), interaction.text());
      }
      case Activity.Feedback feedback -> {
        word(document, "type", feedback.type());
        feedback.score().ifPresent(score -> number(document, "score", score));
        number(document, OPEN, feedback.open() ? 1 : 0);
        flag(document, OPEN, feedback.open());
        text(document, feedback.id(), feedback.text());
      }
    }
    return document;
  }

  private void text(Document document, String id, String text) {
    if (!text.isEmpty()) {
      document.add(new StringField(CustomerDocuments.HAS, TEXT, Store.NO));
      keywords.addTo(document, new Customer(id, Map.of(TEXT, FieldValue.Words.of(text))));
    }
  }

  private static void number(Document document, String attribute, long value) {
    document.add(new NumericDocValuesField(numbers(attribute), value));
  }

  private static void flag(Document document, String attribute, boolean flag) {
    document.add(new StringField(terms(attribute), String.valueOf(flag), Store.NO));
  }

  private static void word(Document document, String attribute, String word) {
    if (!word.isEmpty()) {
      document.add(new SortedDocValuesField(words(attribute), new BytesRef(word)));
      document.add(new StringField(terms(attribute), word, Store.NO));
      document.add(new StringField(CustomerDocuments.HAS, attribute, Store.NO));
    }
  }
}
