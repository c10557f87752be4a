package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries for a run of units over the grams that {@link UnitRun} writes. */
final class Grams {
  private Grams() {}

  /** The units one behind the other; {@code ^} and {@code $} stand for the ends of a value. */
  static Query run(Kind kind, String indexField, List<String> units) {
    int n = kind.gram();
    if (units.size() < n && !units.getLast().equals(UnitRun.END)) {
      return new PrefixQuery(new Term(indexField, join(kind, units) + kind.separator()));
    }
    if (units.size() <= n) {
      return new TermQuery(new Term(indexField, join(kind, units)));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int position : positions(n, units.size())) {
      String gram = join(kind, units.subList(position, position + n));
      phrase.add(new Term(indexField, gram), position);
    }
    return phrase.build();
  }

  /** A run of syllables of which the last may be only begun. */
  static Query unfinished(String indexField, List<String> syllables) {
    int size = syllables.size();
    int n = Kind.SYLLABLES.gram();
    if (size <= n) {
      return new PrefixQuery(new Term(indexField, join(Kind.SYLLABLES, syllables)));
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (int position : positions(n, size)) {
      List<String> gram = syllables.subList(position, position + n);
      phrase.add(
          position + n == size
              ? completions(indexField, gram)
              : new Term[] {new Term(indexField, join(Kind.SYLLABLES, gram))},
          position);
    }
    return phrase.build();
  }

  private static Term[] completions(String indexField, List<String> gram) {
    String before = join(Kind.SYLLABLES, gram.subList(0, gram.size() - 1));
    return Pinyin.syllablesFrom(gram.getLast()).stream()
        .map(last -> new Term(indexField, before + Kind.SYLLABLES.separator() + last))
        .toArray(Term[]::new);
  }

  /** Where grams have to begin so that together they cover the run. */
  private static List<Integer> positions(int n, int size) {
    List<Integer> positions = new ArrayList<>();
    for (int position = 0; position + n < size; position += n) {
      positions.add(position);
    }
    positions.add(size - n);
    return positions;
  }

  private static String join(Kind kind, List<String> units) {
    return String.join(kind.separator(), units);
  }
}
