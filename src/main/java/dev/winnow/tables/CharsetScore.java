package dev.winnow.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** How well the lines of a file read as text in one charset. */
final class CharsetScore {
  private static final int LONGEST = 1 << 16;

  private final Charset charset;
  private final CharsetDecoder decoder;
  private final CharBuffer text = CharBuffer.allocate(LONGEST);
  private final LetterWeights weights;
  private long lines;
  private long broken;
  private double sum;
  private long letters;
  private long hash;

  CharsetScore(Charset charset) {
    this.charset = charset;
    this.weights = LetterWeights.of(charset);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  Charset charset() {
    return charset;
  }

  /**
   * Adds a line that has bytes beyond ASCII.
   *
   * @return whether it is valid in the charset
   */
  boolean add(byte[] line, int length) {
    lines++;
    text.clear();
    decoder.reset();
    ByteBuffer bytes = ByteBuffer.wrap(line, 0, Math.min(length, LONGEST));
    CoderResult result = decoder.decode(bytes, text, length <= LONGEST);
    if (result.isError()) {
      broken++;
      return false;
    }
    text.flip();
    hash = hash * 31 + text.toString().hashCode();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        sum +=
            weights.of(
                i > 0 ? text.charAt(i - 1) : ' ',
                text.charAt(i),
                i + 1 < text.length() ? text.charAt(i + 1) : ' ');
        letters++;
      }
    }
    return true;
  }

  /** At most about 1, for text that reads as people write. */
  double value() {
    double each = letters == 0 ? -1 : sum / letters;
    return each - 3 * brokenShare();
  }

  double brokenShare() {
    return lines == 0 ? 1 : (double) broken / lines;
  }

  /** Whether both read every line alike, so that it does not matter which is taken. */
  boolean readsLike(CharsetScore other) {
    return hash == other.hash && broken == 0 && other.broken == 0;
  }
}
