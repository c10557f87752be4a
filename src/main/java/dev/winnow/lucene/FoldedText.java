package dev.winnow.lucene;

import dev.winnow.matching.Folding;
import dev.winnow.matching.Letters;
import java.util.Arrays;

/**
 * A text folded character by character, each with its place in the original. Reused for many texts,
 * by one thread. Apostrophes are dropped, so that {@code O'Reilly} is one word.
 */
final class FoldedText {
  private int[] chars = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private Letters[] kinds = new Letters[64];
  private int size;

  static FoldedText of(String text) {
    FoldedText folded = new FoldedText();
    folded.set(text.toCharArray(), text.length());
    return folded;
  }

  /** Whether a letter of a script without spaces is in the text once it is folded. */
  static boolean hasCjk(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= 0x80 && foldsToCjk(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean foldsToCjk(int c) {
    String folded = Folding.fold(c);
    for (int k = 0; k < folded.length(); k++) {
      if (Letters.of(folded.codePointAt(k)) == Letters.CJK) {
        return true;
      }
    }
    return false;
  }

  /** Replaces the content; safe for text with broken surrogate pairs. */
  void set(char[] text, int length) {
    size = 0;
    for (int i = 0; i < length; ) {
      int c = Character.codePointAt(text, i, length);
      int end = i + Character.charCount(c);
      String folded = Folding.fold(c);
      for (int k = 0; k < folded.length(); ) {
        int f = folded.codePointAt(k);
        k += Character.charCount(f);
        if (f != '\'' && f != '’') {
          add(f, i, end);
        }
      }
      i = end;
    }
  }

  private void add(int c, int start, int end) {
    if (size == chars.length) {
      int larger = size * 2;
      chars = Arrays.copyOf(chars, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      kinds = Arrays.copyOf(kinds, larger);
    }
    chars[size] = c;
    starts[size] = start;
    ends[size] = end;
    kinds[size] = Letters.of(c);
    size++;
  }

  int size() {
    return size;
  }

  /** The folded code point. */
  int at(int i) {
    return chars[i];
  }

  /** UTF-16 offset of the original character. */
  int start(int i) {
    return starts[i];
  }

  /** UTF-16 offset behind the original character. */
  int end(int i) {
    return ends[i];
  }

  Letters kind(int i) {
    return kinds[i];
  }

  /** Whether the character is a letter or a digit. */
  boolean isSearched(int i) {
    return kinds[i] == Letters.CJK || kinds[i] == Letters.ALPHABETIC;
  }

  boolean isDigit(int i) {
    return chars[i] >= '0' && chars[i] <= '9';
  }

  /** The folded characters from one index to before another. */
  String text(int from, int to) {
    return new String(chars, from, to - from);
  }

  /** The end of the stretch without spaces that begins here. */
  int chunkEnd(int from) {
    int i = from;
    while (i < size && kinds[i] != Letters.SPACE) {
      i++;
    }
    return i;
  }

  /** Whether a character of a script without spaces is in the stretch. */
  boolean hasCjk(int from, int to) {
    for (int i = from; i < to; i++) {
      if (kinds[i] == Letters.CJK) {
        return true;
      }
    }
    return false;
  }
}
