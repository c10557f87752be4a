package dev.winnow.lucene;

import dev.winnow.lucene.TypedText.Chunk;
import dev.winnow.lucene.TypedText.Word;
import dev.winnow.lucene.WordParts.Effort;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What a typed chunk asks of a customer: each of its words somewhere, or all of it as one code. */
final class ChunkClauses {
  private static final float TITLE = 1f;
  private static final float CODE = 0.9f;
  private static final float OTHER = 0.8f;
  private static final float SYNONYM = 0.9f;
  private static final float WHOLE_CODE = 2.2f;
  private static final float CODE_PREFIX = 1.8f;

  private final Schema schema;
  private final Vocabulary vocabulary;
  private final Effort effort;
  private final WordParts plain;

  ChunkClauses(Schema schema, Vocabulary vocabulary, Effort effort) {
    this.schema = schema;
    this.vocabulary = vocabulary;
    this.effort = effort;
    plain = new WordParts(schema.title(), Effort.PLAIN, false);
  }

  /** Satisfied by a customer that has the chunk in any of the fields. */
  Query query(Chunk chunk, List<Field> fields) {
    List<Query> ways = new ArrayList<>();
    ways.add(allWords(chunk, fields, words(chunk)));
    for (Field field : fields) {
      asOne(field, chunk).forEach(part -> ways.add(part.boosted(factor(field))));
    }
    for (TypedText synonym : synonyms(chunk)) {
      List<Query> chunks = new ArrayList<>();
      synonym.chunks().forEach(other -> chunks.add(allWords(other, fields, plain)));
      ways.add(new BoostQuery(all(chunks), SYNONYM));
    }
    return any(ways);
  }

  /** The ways to find the chunk in one field: a list for each word, then lists for all of it. */
  List<List<Part>> parts(Chunk chunk, Field field) {
    List<List<Part>> parts = new ArrayList<>();
    WordParts words = words(chunk);
    chunk.words().forEach(word -> parts.add(words.of(field, word)));
    parts.add(asOne(field, chunk));
    for (TypedText synonym : synonyms(chunk)) {
      synonym.words().forEach(word -> parts.add(plain.of(field, word)));
    }
    return parts;
  }

  /** How much a match in the field counts. */
  float factor(Field field) {
    return switch (field) {
      case Field.Text text -> text.name().equals(schema.title()) ? TITLE : OTHER;
      case Field.Keyword _, Field.Tree _ -> CODE;
      case Field.Bool _, Field.Phone _, Field.Email _ -> OTHER;
      case Field.Number _, Field.Money _, Field.Date _ -> OTHER;
    };
  }

  private WordParts words(Chunk chunk) {
    return new WordParts(schema.title(), effort, vocabulary.allowsTypos(chunk));
  }

  private List<TypedText> synonyms(Chunk chunk) {
    return effort == Effort.PLAIN ? List.of() : vocabulary.synonyms(chunk);
  }

  private Query allWords(Chunk chunk, List<Field> fields, WordParts parts) {
    List<Query> words = new ArrayList<>();
    for (Word word : chunk.words()) {
      List<Query> ways = new ArrayList<>();
      for (Field field : fields) {
        parts.of(field, word).forEach(part -> ways.add(part.boosted(factor(field))));
      }
      words.add(any(ways));
    }
    return all(words);
  }

  private List<Part> asOne(Field field, Chunk chunk) {
    return switch (field) {
      case Field.Keyword _, Field.Tree _ -> code(Kind.CODES, field.name(), chunk.folded());
      case Field.Email _ -> code(Kind.EMAILS, field.name(), withoutAt(chunk.folded()));
      case Field.Phone _ ->
          chunk.words().size() > 1 ? WordParts.phone(field.name(), chunk.digits()) : List.of();
      case Field.Text _, Field.Bool _, Field.Number _, Field.Money _, Field.Date _ -> List.of();
    };
  }

  private static List<Part> code(Kind kind, String field, String code) {
    if (code.isEmpty()) {
      return List.of();
    }
    String indexField = kind.indexField(field);
    int units = code.codePointCount(0, code.length());
    return List.of(
        Part.whole(kind, new TermQuery(new Term(indexField, code)), WHOLE_CODE),
        new Part(kind, new PrefixQuery(new Term(indexField, code)), CODE_PREFIX, units));
  }

  private static String withoutAt(String text) {
    return text.startsWith("@") ? text.substring(1) : text;
  }

  static Query any(List<Query> ways) {
    return new DisjunctionMaxQuery(ways, 0f);
  }

  /** All of them, sharing the score evenly; nothing is matched by none. */
  static Query all(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    queries.forEach(query -> all.add(new BoostQuery(query, 1f / queries.size()), Occur.MUST));
    return all.build();
  }
}
