package dev.winnow.lucene;

import dev.winnow.lucene.Pinyin.Reading;
import dev.winnow.matching.Letters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts one folded value at a time into the terms of one kind. Holds buffers; for one thread. */
final class TermCutter {
  /** Characters of a word that are looked at; the rest is dropped in values and queries alike. */
  static final int MAX_WORD = 64;

  private static final int MAX_EMAIL_PARTS = 12;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static final @Nullable List<String>[] SINGLES = new List[0x10000];

  private final Kind kind;
  private final UnitRun run;

  TermCutter(Kind kind) {
    this.kind = kind;
    this.run = new UnitRun(kind.gram(), kind.separator());
  }

  void cut(FoldedText text, Terms terms) {
    terms.clear();
    switch (kind) {
      case CHARS, SYLLABLES, INITIALS -> cutRuns(text, terms);
      case WORDS -> cutWords(text, terms);
      case CODES -> cutCodes(text, terms);
      case DIGITS -> cutDigits(text, terms);
      case EMAILS -> cutEmail(text, terms);
    }
  }

  /**
   * Chunks with CJK letters make runs, across punctuation and spaces but not across other words.
   */
  private void cutRuns(FoldedText text, Terms terms) {
    run.begin();
    boolean open = false;
    boolean seen = false;
    int lastEnd = 0;
    for (int from = 0; from < text.size(); ) {
      int to = text.chunkEnd(from);
      if (text.hasCjk(from, to)) {
        if (!seen) {
          run.addStart(text.start(from));
        }
        addUnits(text, from, to);
        open = true;
        lastEnd = text.end(to - 1);
      } else if (to > from && open && firstSearched(text, from, to) < to) {
        run.write(terms);
        open = false;
      }
      seen |= firstSearched(text, from, to) < to;
      from = to + 1;
    }
    if (open) {
      run.addEnd(lastEnd);
      run.write(terms);
    }
  }

  private void addUnits(FoldedText text, int from, int to) {
    for (int i = from; i < to; ) {
      if (!text.isSearched(i)) {
        i++;
      } else if (kind == Kind.CHARS) {
        run.add(single(text.at(i)), text.start(i), text.end(i));
        i++;
      } else {
        i = addReading(text, i, to);
      }
    }
  }

  /** Adds a character's reading; what has none stands for itself, whole words as one syllable. */
  private int addReading(FoldedText text, int i, int to) {
    Reading reading = Pinyin.reading(text.at(i));
    if (!reading.syllables().isEmpty()) {
      run.add(
          kind == Kind.SYLLABLES ? reading.syllables() : reading.initials(),
          text.start(i),
          text.end(i));
      return i + 1;
    }
    int end = i + 1;
    if (kind == Kind.SYLLABLES && text.kind(i) == Letters.ALPHABETIC) {
      end = wordEnd(text, i, to);
      int limit = Math.min(end, i + MAX_WORD);
      run.add(List.of(text.text(i, limit)), text.start(i), text.end(end - 1));
    } else {
      run.add(single(text.at(i)), text.start(i), text.end(i));
    }
    return end;
  }

  private static void cutWords(FoldedText text, Terms terms) {
    int first = firstSearched(text, 0, text.size());
    int last = lastSearched(text);
    for (int i = 0; i < text.size(); ) {
      if (text.kind(i) != Letters.ALPHABETIC) {
        i++;
        continue;
      }
      int end = wordEnd(text, i, text.size());
      String word = text.text(i, Math.min(end, i + MAX_WORD));
      add(terms, word, 1, text.start(i), text.end(end - 1));
      boolean starts = i == first;
      boolean ends = end - 1 == last;
      if (starts) {
        add(terms, UnitRun.START + word, 0, text.start(i), text.end(end - 1));
      }
      if (ends) {
        add(terms, word + UnitRun.END, 0, text.start(i), text.end(end - 1));
      }
      if (starts && ends) {
        String whole = UnitRun.START + word + UnitRun.END;
        add(terms, whole, 0, text.start(i), text.end(end - 1));
      }
      i = end;
    }
  }

  private static void cutCodes(FoldedText text, Terms terms) {
    int size = text.size();
    if (size == 0) {
      return;
    }
    String whole = text.text(0, size);
    add(terms, UnitRun.START + whole, 1, text.start(0), text.end(size - 1));
    add(terms, whole, 1, text.start(0), text.end(size - 1));
    for (int i = 0; i < size; ) {
      int end = i;
      while (end < size && !isCodeBreak(text, end)) {
        end++;
      }
      if (end > i && end - i < size) {
        add(terms, text.text(i, end), 1, text.start(i), text.end(end - 1));
      }
      i = end + 1;
    }
  }

  private static boolean isCodeBreak(FoldedText text, int i) {
    return text.kind(i) == Letters.SPACE || text.at(i) == '/';
  }

  private void cutDigits(FoldedText text, Terms terms) {
    run.begin();
    for (int i = 0; i < text.size(); i++) {
      if (text.isDigit(i)) {
        run.add(single(text.at(i)), text.start(i), text.end(i));
      }
    }
    run.write(terms);
  }

  private static void cutEmail(FoldedText text, Terms terms) {
    int parts = 0;
    for (int i = 0; i < text.size() && parts < MAX_EMAIL_PARTS; i++) {
      boolean begins = i == 0 || !text.isSearched(i - 1);
      if (begins && text.isSearched(i)) {
        add(terms, text.text(i, text.size()), 1, text.start(i), text.end(text.size() - 1));
        parts++;
      }
    }
  }

  /** The end of the alphabetic word that begins here. */
  static int wordEnd(FoldedText text, int from, int to) {
    int i = from;
    while (i < to && text.kind(i) == Letters.ALPHABETIC) {
      i++;
    }
    return i;
  }

  private static int firstSearched(FoldedText text, int from, int to) {
    int i = from;
    while (i < to && !text.isSearched(i)) {
      i++;
    }
    return i;
  }

  private static int lastSearched(FoldedText text) {
    int i = text.size() - 1;
    while (i >= 0 && !text.isSearched(i)) {
      i--;
    }
    return i;
  }

  private static void add(Terms terms, String term, int step, int start, int end) {
    terms.append(term);
    terms.finish(step, start, end);
  }

  private static List<String> single(int c) {
    if (c >= SINGLES.length) {
      return List.of(Character.toString(c));
    }
    List<String> single = SINGLES[c];
    if (single == null) {
      single = List.of(Character.toString(c));
      SINGLES[c] = single;
    }
    return single;
  }
}
