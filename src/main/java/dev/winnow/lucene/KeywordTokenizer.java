package dev.winnow.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Gives Lucene the terms of one kind. Only the first 8,192 UTF-16 units of a value are analysed.
 */
final class KeywordTokenizer extends Tokenizer {
  private static final int MAX_VALUE = 8192;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TermCutter cutter;
  private final FoldedText text = new FoldedText();
  private final Terms terms = new Terms();
  private char[] value = new char[128];
  private int length;
  private int next;

  KeywordTokenizer(Kind kind) {
    cutter = new TermCutter(kind);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    for (int read = 0; read >= 0 && length < MAX_VALUE; length += Math.max(read, 0)) {
      if (length == value.length) {
        value = Arrays.copyOf(value, value.length * 2);
      }
      read = input.read(value, length, value.length - length);
    }
    text.set(value, length);
    cutter.cut(text, terms);
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == terms.size()) {
      return false;
    }
    clearAttributes();
    terms.copyTo(next, term);
    position.setPositionIncrement(terms.positionStep(next));
    offset.setOffset(terms.startOffset(next), terms.endOffset(next));
    next++;
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(length, length);
  }
}
