package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.List;

/**
 * What someone typed, folded and cut at spaces into chunks, and chunks into words.
 *
 * <p>Only the first {@value #MAX_TEXT} UTF-16 units count, and as many words as the caller allows;
 * what comes behind them is ignored.
 */
record TypedText(String raw, List<Chunk> chunks) {
  static final int MAX_TEXT = 512;

  /**
   * A stretch without spaces.
   *
   * @param folded as typed but folded, with its punctuation
   * @param digits its digits when it can be a telephone number or part of one, else empty
   * @param words empty when there is nothing but punctuation
   */
  record Chunk(String folded, String digits, List<Word> words) {}

  /**
   * Letters and digits to be found one behind the other.
   *
   * @param cjk with at least one letter of a script written without spaces
   * @param last the last word of all, which may be unfinished
   */
  record Word(String text, boolean cjk, boolean last) {
    int length() {
      return text.codePointCount(0, text.length());
    }

    /** Its characters, one string each. */
    List<String> units() {
      return text.codePoints().mapToObj(Character::toString).toList();
    }
  }

  static TypedText of(String text, int maxWords) {
    String raw = text.substring(0, Math.min(text.length(), MAX_TEXT)).strip();
    FoldedText folded = FoldedText.of(raw);
    List<Chunk> chunks = new ArrayList<>();
    int words = 0;
    for (int from = 0; from < folded.size() && words < maxWords; ) {
      int to = folded.chunkEnd(from);
      if (to > from) {
        chunks.add(chunk(folded, from, to, maxWords - words));
        words += chunks.getLast().words().size();
      }
      from = to + 1;
    }
    return new TypedText(raw, markLast(chunks));
  }

  private static Chunk chunk(FoldedText text, int from, int to, int maxWords) {
    List<Word> words = new ArrayList<>();
    if (text.hasCjk(from, to)) {
      words.add(new Word(searched(text, from, to), true, false));
    } else {
      for (int i = from; i < to && words.size() < maxWords; ) {
        int end = TermCutter.wordEnd(text, i, to);
        if (end > i) {
          int limit = Math.min(end, i + TermCutter.MAX_WORD);
          words.add(new Word(text.text(i, limit), false, false));
        }
        i = end + 1;
      }
    }
    return new Chunk(text.text(from, to), Phones.digits(text, from, to), List.copyOf(words));
  }

  private static String searched(FoldedText text, int from, int to) {
    StringBuilder letters = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (text.isSearched(i)) {
        letters.appendCodePoint(text.at(i));
      }
    }
    return letters.toString();
  }

  private static List<Chunk> markLast(List<Chunk> chunks) {
    if (chunks.isEmpty() || chunks.getLast().words().isEmpty()) {
      return List.copyOf(chunks);
    }
    Chunk last = chunks.removeLast();
    List<Word> words = new ArrayList<>(last.words());
    Word word = words.removeLast();
    words.add(new Word(word.text(), word.cjk(), true));
    chunks.add(new Chunk(last.folded(), last.digits(), List.copyOf(words)));
    return List.copyOf(chunks);
  }

  /** All words, in order. */
  List<Word> words() {
    return chunks.stream().flatMap(chunk -> chunk.words().stream()).toList();
  }

  /** All letters and digits, without what stands between them. */
  String joined() {
    StringBuilder joined = new StringBuilder();
    words().forEach(word -> joined.append(word.text()));
    return joined.toString();
  }

  /** The whole as one string, chunks set apart by one space. */
  String folded() {
    return String.join(" ", chunks.stream().map(Chunk::folded).toList());
  }

  boolean hasCjk() {
    return words().stream().anyMatch(Word::cjk);
  }

  /** The digits when the whole can be one telephone number, else empty. */
  String digits() {
    boolean phone =
        chunks.stream().noneMatch(chunk -> chunk.digits().isEmpty() && !chunk.words().isEmpty());
    return phone ? String.join("", chunks.stream().map(Chunk::digits).toList()) : "";
  }
}
