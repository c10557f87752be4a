package dev.winnow.lucene;

import dev.winnow.engine.Hit.Highlight;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** One value as an index of its own, with the offsets of every term. */
final class AnalysedValue {
  private static final Analyzer ANALYZER = KeywordFields.analyzer();

  private final Field field;
  private final FoldedText text;
  private final IndexSearcher searcher;

  AnalysedValue(Field field, String value) {
    this.field = field;
    text = FoldedText.of(value);
    MemoryIndex index = new MemoryIndex(true);
    for (Kind kind : KeywordFields.kinds(field, true)) {
      index.addField(kind.indexField(field.name()), value, ANALYZER);
    }
    searcher = index.createSearcher();
  }

  /** Where a word is found in this way; {@code number} is the value's index in its field. */
  List<Highlight> matches(Part part, int number) {
    List<Highlight> found = new ArrayList<>();
    try {
      MatchesIterator matches = iterator(part);
      while (matches != null && matches.next()) {
        int start = matches.startOffset();
        int end = part.units() == 0 ? matches.endOffset() : endAfter(part, start);
        found.add(new Highlight(number, start, end));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private @Nullable MatchesIterator iterator(Part part) throws IOException {
    LeafReaderContext leaf = searcher.getIndexReader().leaves().getFirst();
    Matches matches =
        searcher
            .createWeight(searcher.rewrite(part.query()), ScoreMode.COMPLETE_NO_SCORES, 1)
            .matches(leaf, 0);
    return matches == null ? null : matches.getMatches(part.kind().indexField(field.name()));
  }

  /** The end of the asked-for units of a term that begins at {@code start}. */
  private int endAfter(Part part, int start) {
    int left = part.units();
    int end = start;
    for (int i = 0; i < text.size() && left > 0; i++) {
      if (text.start(i) >= start && counts(part.kind(), i)) {
        end = text.end(i);
        left--;
      }
    }
    return end;
  }

  private boolean counts(Kind kind, int i) {
    return switch (kind) {
      case CHARS, SYLLABLES, INITIALS -> text.isSearched(i);
      case DIGITS -> text.isDigit(i);
      case WORDS, CODES, EMAILS -> true;
    };
  }
}
