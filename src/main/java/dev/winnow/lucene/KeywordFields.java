package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Puts into a customer's document what keyword lookup needs: for every searched field one index
 * field for each {@link Kind} of its type, and the value that breaks near-ties. The customer's id
 * is expected in {@value #ID} besides.
 */
final class KeywordFields {
  /** The index field of the customer's id, as it is. */
  static final String ID = "_id";

  /** The index field of the value that breaks near-ties. */
  static final String TIE = "t.tie";

  private static final FieldType PHRASES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  private static final FieldType UNSCALED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  private static final FieldType TERMS = type(IndexOptions.DOCS, true);

  private final List<SearchedField> fields = new ArrayList<>();
  private final String tieBreakField;

  private record IndexField(String name, FieldType type) {}

  /**
   * A customer's field.
   *
   * @param all its index fields
   * @param plain those among them in which a value without CJK letters has terms
   */
  private record SearchedField(String name, List<IndexField> all, List<IndexField> plain) {
    static SearchedField of(String name, List<Kind> kinds) {
      return new SearchedField(
          name,
          kinds.stream().map(kind -> indexField(name, kind)).toList(),
          kinds.stream()
              .filter(kind -> !kind.needsCjk())
              .map(kind -> indexField(name, kind))
              .toList());
    }

    private static IndexField indexField(String name, Kind kind) {
      return new IndexField(kind.indexField(name), typeOf(kind));
    }
  }

  KeywordFields(Schema schema) {
    for (Field field : schema.fields().values()) {
      boolean title = field.name().equals(schema.title());
      if (field.traits().searched()) {
        fields.add(SearchedField.of(field.name(), kinds(field, title)));
      }
    }
    tieBreakField = schema.search().tieBreakField();
  }

  /**
   * The kinds of terms that a field has, none when it cannot be searched by keywords. Initials are
   * what people type for a customer's name; elsewhere they would be costly and match by chance.
   */
  static List<Kind> kinds(Field field, boolean title) {
    return switch (field) {
      case Field.Text _ when title ->
          List.of(Kind.CHARS, Kind.WORDS, Kind.SYLLABLES, Kind.INITIALS);
      case Field.Text _ -> List.of(Kind.CHARS, Kind.WORDS, Kind.SYLLABLES);
      case Field.Keyword _, Field.Tree _ -> List.of(Kind.CODES);
      case Field.Phone _ -> List.of(Kind.DIGITS);
      case Field.Email _ -> List.of(Kind.EMAILS);
      case Field.Bool _, Field.Number _, Field.Money _, Field.Date _ -> List.of();
    };
  }

  /** Adds all fields for lookup. */
  void addTo(Document document, Customer customer) {
    for (SearchedField field : fields) {
      for (String value : customer.words(field.name)) {
        for (IndexField each : FoldedText.hasCjk(value) ? field.all : field.plain) {
          document.add(new org.apache.lucene.document.Field(each.name, value, each.type));
        }
      }
    }
    for (String value : customer.words(tieBreakField)) {
      document.add(new StringField(TIE, value, org.apache.lucene.document.Field.Store.NO));
    }
  }

  /** Analyses the index fields for lookup, and only those; safe for many threads. */
  static Analyzer analyzer() {
    return new Analyzer(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new KeywordTokenizer(Kind.of(fieldName)));
      }

      @Override
      public int getPositionIncrementGap(String fieldName) {
        return 10;
      }
    };
  }

  /** To be set where customers are indexed and where they are searched. */
  static Similarity similarity() {
    return new LookupSimilarity();
  }

  private static FieldType typeOf(Kind kind) {
    return switch (kind) {
      case CHARS, WORDS, SYLLABLES, INITIALS -> PHRASES;
      case DIGITS -> UNSCALED;
      case CODES, EMAILS -> TERMS;
    };
  }

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}
