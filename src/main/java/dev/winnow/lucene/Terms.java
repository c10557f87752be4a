package dev.winnow.lucene;

import java.util.Arrays;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The index terms of one value, with positions and offsets. A reused buffer, so that analysing a
 * customer leaves no garbage behind.
 */
final class Terms {
  private char[] chars = new char[256];
  private int charCount;
  private int[] ends = new int[64];
  private int[] positionSteps = new int[64];
  private int[] startOffsets = new int[64];
  private int[] endOffsets = new int[64];
  private int size;

  void clear() {
    size = 0;
    charCount = 0;
  }

  /** Adds text to the term being made. */
  void append(String text) {
    ensureChars(text.length());
    text.getChars(0, text.length(), chars, charCount);
    charCount += text.length();
  }

  /** Adds a character to the term being made. */
  void append(int codePoint) {
    ensureChars(2);
    charCount += Character.toChars(codePoint, chars, charCount);
  }

  /** Completes the term being made, {@code step} positions after the one before. */
  void finish(int step, int startOffset, int endOffset) {
    if (size == ends.length) {
      int larger = size * 2;
      ends = Arrays.copyOf(ends, larger);
      positionSteps = Arrays.copyOf(positionSteps, larger);
      startOffsets = Arrays.copyOf(startOffsets, larger);
      endOffsets = Arrays.copyOf(endOffsets, larger);
    }
    ends[size] = charCount;
    positionSteps[size] = step;
    startOffsets[size] = startOffset;
    endOffsets[size] = endOffset;
    size++;
  }

  private void ensureChars(int more) {
    if (charCount + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, charCount + more));
    }
  }

  int size() {
    return size;
  }

  void copyTo(int i, CharTermAttribute target) {
    int from = i == 0 ? 0 : ends[i - 1];
    target.copyBuffer(chars, from, ends[i] - from);
  }

  int positionStep(int i) {
    return positionSteps[i];
  }

  int startOffset(int i) {
    return startOffsets[i];
  }

  int endOffset(int i) {
    return endOffsets[i];
  }
}
