package dev.winnow.lucene;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.CustomerLayers;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.OriginCodec;
import dev.winnow.customer.OverrideCodec;
import dev.winnow.customer.SeenCustomers;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.lucene.StoredSource.Layer;
import dev.winnow.matching.Matching;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/**
 * How a customer is laid out as a Lucene document, and back. What is indexed is what everyone sees:
 * computed values in place of given ones, and record fields. Grades by rules are not among it; they
 * are derived.
 *
 * <table>
 * <caption>Index fields</caption>
 * <tr><td>{@code _id}</td><td>id: term, and binary doc value</td></tr>
 * <tr><td>{@code _number}, {@code _version}</td><td>numeric doc values</td></tr>
 * <tr><td>{@code _source}</td><td>the customer as JSON, stored: a {@link StoredSource}</td></tr>
 * <tr><td>{@code _has}</td><td>names of the present fields that have no column: terms</td></tr>
 * <tr><td>{@code c.<field>}</td><td>worded facets: sorted-set doc values, from which columns are
 * built</td></tr>
 * <tr><td>{@code o.<facet>}</td><td>a person's grade in place of the rule's: sorted-set doc values
 * of one {@link OverrideTerm}, past ones too; for facets with a column</td></tr>
 * <tr><td>{@code n.<field>}</td><td>ordered fields: numeric doc values</td></tr>
 * <tr><td>{@code k.<field>}</td><td>keywords without a column, phones, e-mails: terms</td></tr>
 * <tr><td>{@code s.<field>}</td><td>sort keys of the title (pinyin collation) and codes</td></tr>
 * <tr><td>{@code _match}</td><td>keys for finding duplicates: terms, see {@link MatchKeys}</td></tr>
 * <tr><td>{@code t.…}</td><td>keyword lookup, see {@link KeywordFields}</td></tr>
 * </table>
 */
final class CustomerDocuments implements StateDocuments<CustomerLayers> {
  static final String ID = StoredState.ID;
  static final String NUMBER = StoredState.NUMBER;
  static final String VERSION = StoredState.VERSION;
  static final String HAS = "_has";

  /** The layout's version; an index of another layout is rebuilt from its stored sources. */
  static final int LAYOUT = 1;

  private static final int MAX_SORT_KEY = 256;

  private final Map<String, IndexedField> fields = new HashMap<>();
  private final Schema schema;
  private final SeenCustomers seen;
  private final CustomerCodec codec;
  private final KeywordFields keywords;
  private final Matching matching;
  private final ThreadLocal<Collator> collator =
      ThreadLocal.withInitial(() -> Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin")));

  /** A field and its names in the index, made once for all customers. */
  private record IndexedField(
      Field field,
      boolean hasColumn,
      boolean title,
      String column,
      String amounts,
      String terms,
      String sortKey) {
    static IndexedField of(Field field, Schema schema) {
      String name = field.name();
      return new IndexedField(
          field,
          CustomerDocuments.hasColumn(field),
          name.equals(schema.title()),
          CustomerDocuments.column(name),
          CustomerDocuments.amounts(name),
          CustomerDocuments.terms(name),
          CustomerDocuments.sortKey(name));
    }
  }

  /**
   * @param zone in which the day of a record field begins
   */
  CustomerDocuments(Schema schema, ZoneId zone) {
    this(schema, zone, Matching.of(schema));
  }

  CustomerDocuments(Schema schema, ZoneId zone, Matching matching) {
    this.schema = schema;
    this.matching = matching;
    this.seen = new SeenCustomers(schema, zone);
    this.codec = new CustomerCodec(schema);
    this.keywords = new KeywordFields(schema);
    schema.fields().forEach((name, field) -> fields.put(name, IndexedField.of(field, schema)));
  }

  /** Whether the field's values are counted from a {@link Column}. */
  static boolean hasColumn(Field field) {
    return switch (field) {
      case Field.Tree _, Field.Bool _ -> true;
      case Field.Keyword keyword -> keyword.facet();
      case Field.Text _, Field.Phone _, Field.Email _ -> false;
      case Field.Number _, Field.Money _, Field.Date _ -> false;
    };
  }

  static String terms(String field) {
    return "k." + field;
  }

  static String sortKey(String field) {
    return "s." + field;
  }

  static String amounts(String field) {
    return "n." + field;
  }

  private static String column(String field) {
    return "c." + field;
  }

  static SortedSetDocValues words(LeafReader reader, String field) throws IOException {
    return DocValues.getSortedSet(reader, column(field));
  }

  /** The {@link OverrideTerm}s of a facet; at most one for a document. */
  static SortedSetDocValues overrides(LeafReader reader, String facet) throws IOException {
    return DocValues.getSortedSet(reader, "o." + facet);
  }

  static NumericDocValues ordered(LeafReader reader, String field) throws IOException {
    return DocValues.getNumeric(reader, amounts(field));
  }

  /** By what customers are compared. */
  Matching matching() {
    return matching;
  }

  byte[] encode(Customer customer) {
    return codec.encode(customer);
  }

  CustomerLayers decode(String id, byte[] source) {
    StoredSource stored = StoredSource.of(source);
    return new CustomerLayers(
        given(id, stored),
        stored.has(Layer.COMPUTED)
            ? codec.decode(id, stored.get(Layer.COMPUTED)).values()
            : new LinkedHashMap<>(),
        stored.has(Layer.OVERRIDES)
            ? OverrideCodec.decode(id, stored.get(Layer.OVERRIDES))
            : Map.of(),
        OriginCodec.decode(id, stored.get(Layer.ORIGINS)),
        OriginCodec.decode(id, stored.get(Layer.ARCHIVED)).common());
  }

  /** The customer as everyone sees it. */
  Customer seen(String id, byte[] source) {
    return seen.of(decode(id, source));
  }

  /** What sources say. */
  Customer given(String id, StoredSource stored) {
    return codec.decode(id, stored.given());
  }

  /** The document of a customer; fields the schema does not have are left out, as in the source. */
  @Override
  public Document document(StoredState state, Optional<CustomerLayers> content) {
    CustomerLayers layers = content.orElseGet(() -> decode(state.id(), state.source()));
    Customer customer = seen.of(layers);
    Document document = new Document();
    document.add(new StringField(ID, customer.id(), Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(customer.id())));
    document.add(new NumericDocValuesField(NUMBER, state.number()));
    document.add(new NumericDocValuesField(VERSION, state.version()));
    document.add(new StoredField(StoredState.SOURCE, state.source()));
    for (Map.Entry<String, FieldValue> entry : customer.values().entrySet()) {
      IndexedField field = fields.get(entry.getKey());
      if (field != null) {
        switch (entry.getValue()) {
          case FieldValue.Amount(long value) ->
              document.add(new NumericDocValuesField(field.amounts, value));
          case FieldValue.Words words -> addWords(document, field, words);
        }
      }
    }
    layers.overrides().forEach((facet, override) -> addOverride(document, facet, override));
    keywords.addTo(document, customer);
    MatchKeys.addTo(document, customer, matching);
    return document;
  }

  private void addOverride(Document document, String facet, GradeOverride override) {
    if (schema.field(facet).filter(CustomerDocuments::hasColumn).isPresent()) {
      BytesRef term = OverrideTerm.of(override).encode();
      document.add(new SortedSetDocValuesField("o." + facet, term));
    }
  }

  /** The customer of a leaf's document. */
  StoredCustomer read(LeafReader leaf, int doc) throws IOException {
    return read(leaf, leaf.storedFields(), doc);
  }

  /** The same, for many of a leaf: its stored fields are opened once. */
  StoredCustomer read(LeafReader leaf, StoredFields stored, int doc) throws IOException {
    StoredState state = StoredState.read(leaf, stored, doc);
    CustomerLayers layers = decode(state.id(), state.source());
    return new StoredCustomer(
        seen.of(layers),
        layers.given(),
        layers.computed(),
        layers.overrides(),
        layers.origins(),
        layers.archived(),
        state.number(),
        state.version());
  }

  private void addWords(Document document, IndexedField field, FieldValue.Words words) {
    if (field.hasColumn) {
      for (String word : words.values()) {
        document.add(new SortedSetDocValuesField(field.column, new BytesRef(word)));
      }
      return;
    }
    document.add(new StringField(HAS, field.field.name(), Store.NO));
    if (field.title) {
      byte[] key = collator.get().getCollationKey(words.values().getFirst()).toByteArray();
      BytesRef cut = new BytesRef(key, 0, Math.min(key.length, MAX_SORT_KEY));
      document.add(new SortedDocValuesField(field.sortKey, cut));
    }
    if (!(field.field instanceof Field.Text)) {
      for (String word : words.values()) {
        document.add(new StringField(field.terms, word, Store.NO));
      }
      if (!field.field.multi()) {
        BytesRef key = new BytesRef(words.values().getFirst());
        document.add(new SortedDocValuesField(field.sortKey, key));
      }
    }
  }
}
