package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.lucene.TypedText.Chunk;
import dev.winnow.lucene.WordParts.Effort;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns what someone typed into Lucene queries over {@link KeywordFields}. A customer matches when
 * every chunk between spaces is found in some searched field, in any order. Whether it matches
 * depends on nothing but the customer and the text, so results may be kept leaf by leaf.
 *
 * <p>Safe for many threads. Cost is bounded: {@value TypedText#MAX_TEXT} UTF-16 units and {@value
 * #MOST_WORDS} words are looked at, and typos, pinyin, initials and synonyms are left out where the
 * query would grow beyond about {@value #MOST_CLAUSES} clauses.
 */
final class KeywordQuery {
  private static final int MOST_CLAUSES = 600;
  private static final int MOST_WORDS = 24;
  private static final int FULL_CLAUSES_PER_WORD = 18;
  private static final int PLAIN_CLAUSES_PER_WORD = 4;
  private static final float ID_EXACT = 9f;
  private static final float ID_PREFIX = 1.8f;
  private static final float TIE = 0.06f;
  private static final int MOST_TIE_VALUES = 16;
  private static final int MOST_LATEST = 16;

  private final Schema schema;
  private final Vocabulary vocabulary;
  private final List<Field> searched;

  /** Latest queries: every leaf and then the ranking ask for the same, with costly automata. */
  private final Cache<Asked, Query> latest = Caffeine.newBuilder().maximumSize(MOST_LATEST).build();

  /** All that decides what {@link #matches} makes. */
  private record Asked(String text, List<Field> fields, boolean ids, Effort effort) {}

  KeywordQuery(Schema schema) {
    this.schema = schema;
    vocabulary = new Vocabulary(schema.search());
    searched =
        schema.fields().values().stream()
            .filter(
                field -> field.traits().searched() && !KeywordFields.kinds(field, false).isEmpty())
            .toList();
  }

  /** All that match, without an order; {@code fields} empty for all searched fields and the id. */
  Query matching(String text, List<String> fields) {
    List<Field> chosen =
        fields.isEmpty()
            ? searched
            : searched.stream().filter(field -> fields.contains(field.name())).toList();
    return new ConstantScoreQuery(matches(text, chosen, fields.isEmpty(), Effort.FULL));
  }

  /** The same customers, scored: exact, prefix, phrase, words, typos; then shorter values first. */
  Query ranking(String text, Columns columns) {
    return ranked(text, columns, Effort.FULL);
  }

  /** For suggestions: as {@link #ranking}, but cheaper, for words typed correctly so far. */
  Query typing(String text, Columns columns) {
    return ranked(text, columns, Effort.TYPING);
  }

  /** For each searched field and word of the text the ways to find it there, the best first. */
  Map<Field, List<List<Part>>> parts(String text) {
    TypedText typed = typed(text);
    ChunkClauses clauses = clauses(typed, searched.size(), Effort.FULL);
    Map<Field, List<List<Part>>> byField = new LinkedHashMap<>();
    for (Field field : searched) {
      List<List<Part>> words = new ArrayList<>();
      typed.chunks().forEach(chunk -> words.addAll(clauses.parts(chunk, field)));
      if (field instanceof Field.Phone) {
        words.add(WordParts.phone(field.name(), typed.digits()));
      }
      byField.put(field, words.stream().map(KeywordQuery::bestFirst).toList());
    }
    return byField;
  }

  private static List<Part> bestFirst(List<Part> ways) {
    return ways.stream().sorted(Comparator.comparingDouble(Part::level).reversed()).toList();
  }

  private Query ranked(String text, Columns columns, Effort effort) {
    TypedText typed = typed(text);
    ChunkClauses clauses = clauses(typed, searched.size(), effort);
    List<Query> levels = new ArrayList<>(idExact(typed));
    for (Field field : searched) {
      levels.addAll(Levels.of(field, typed, clauses.factor(field), isTitle(field)));
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(matches(text, searched, true, effort), Occur.MUST);
    query.add(ChunkClauses.any(levels), Occur.SHOULD);
    ties(columns).forEach(tie -> query.add(tie, Occur.SHOULD));
    return query.build();
  }

  private Query matches(String text, List<Field> fields, boolean ids, Effort effort) {
    return latest.get(
        new Asked(text, fields, ids, effort), _ -> matches(typed(text), fields, ids, effort));
  }

  private Query matches(TypedText text, List<Field> fields, boolean ids, Effort wanted) {
    ChunkClauses clauses = clauses(text, fields.size(), wanted);
    List<Chunk> chunks = text.chunks().stream().filter(c -> !c.words().isEmpty()).toList();
    List<Query> ways = new ArrayList<>();
    if (!chunks.isEmpty() && !fields.isEmpty()) {
      ways.add(allChunks(chunks, fields, clauses));
    }
    if (chunks.size() > 1) {
      for (Field field : fields) {
        if (field instanceof Field.Phone) {
          WordParts.phone(field.name(), text.digits())
              .forEach(part -> ways.add(part.boosted(clauses.factor(field))));
        }
      }
    }
    if (ids) {
      ways.addAll(idExact(text));
      idForms(text).forEach(id -> ways.add(new BoostQuery(new PrefixQuery(id), ID_PREFIX)));
    }
    return ways.isEmpty() ? new MatchNoDocsQuery("nothing to search for") : ChunkClauses.any(ways);
  }

  private Query allChunks(List<Chunk> chunks, List<Field> fields, ChunkClauses clauses) {
    float total = 0;
    for (Chunk chunk : chunks) {
      total += vocabulary.weight(chunk);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Chunk chunk : chunks) {
      Query query = clauses.query(chunk, fields);
      all.add(new BoostQuery(query, vocabulary.weight(chunk) / total), Occur.MUST);
    }
    return all.build();
  }

  private TypedText typed(String text) {
    int words = MOST_CLAUSES / (PLAIN_CLAUSES_PER_WORD * Math.max(1, searched.size()));
    return TypedText.of(text, Math.clamp(words, 2, MOST_WORDS));
  }

  private ChunkClauses clauses(TypedText text, int fields, Effort wanted) {
    int full = 0;
    for (Chunk chunk : text.chunks()) {
      full += chunk.words().size() * FULL_CLAUSES_PER_WORD;
      full += vocabulary.synonymWords(chunk) * PLAIN_CLAUSES_PER_WORD;
    }
    Effort effort = full * fields > MOST_CLAUSES ? Effort.PLAIN : wanted;
    return new ChunkClauses(schema, vocabulary, effort);
  }

  private boolean isTitle(Field field) {
    return field.name().equals(schema.title());
  }

  private static List<Query> idExact(TypedText text) {
    return idForms(text).stream()
        .map(id -> (Query) new BoostQuery(new ConstantScoreQuery(new TermQuery(id)), ID_EXACT))
        .toList();
  }

  private static List<Term> idForms(TypedText text) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(text.raw());
    forms.add(text.raw().toUpperCase(Locale.ROOT));
    forms.add(text.raw().toLowerCase(Locale.ROOT));
    return forms.stream()
        .filter(form -> !form.isEmpty())
        .map(form -> new Term(KeywordFields.ID, form))
        .toList();
  }

  /** What breaks near-ties: terms where values are as given, columns where they are graded. */
  private List<Query> ties(Columns columns) {
    List<Query> ties = new ArrayList<>();
    String name = schema.search().tieBreakField();
    if (schema.field(name).orElse(null) instanceof Field.Keyword field) {
      boolean graded = columns.grading().of(name).isPresent();
      int count = Math.min(field.values().size(), MOST_TIE_VALUES);
      for (int i = 0; i < count; i++) {
        String value = field.values().get(i).value();
        Query has =
            graded
                ? new GradeQuery(columns, name, columns.dictionary(field).idOf(value))
                : new TermQuery(new Term(KeywordFields.TIE, value));
        ties.add(new BoostQuery(new ConstantScoreQuery(has), TIE * (count - i) / count));
      }
    }
    return ties;
  }
}
