package dev.winnow.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Gives the lines of a file that are not plain ASCII to all charsets that they could be in. */
final class LegacyLines {
  private static final int LONGEST = 1 << 16;
  private static final double HOPELESS = -0.6;

  /** Lines after which the charsets that do not fit are no longer tried. */
  private static final int ROUND = 2000;

  private final List<CharsetScore> scores;
  private final ByteArrayOutputStream sample;
  private final boolean mixed;
  private final CharsetScore utf8 = new CharsetScore(StandardCharsets.UTF_8);
  private final byte[] line = new byte[LONGEST];
  private int length;
  private boolean beyondAscii;
  private long lines;

  /**
   * @param scores those without hope are removed on the way
   * @param sample takes the first lines
   * @param mixed lines that are valid UTF-8 say nothing, since there are others
   */
  LegacyLines(List<CharsetScore> scores, ByteArrayOutputStream sample, boolean mixed) {
    this.scores = scores;
    this.sample = sample;
    this.mixed = mixed;
  }

  void read(InputStream in) throws IOException {
    byte[] buffer = new byte[LONGEST];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        byte b = buffer[i];
        if (b == '\n' || b == '\r' || length == LONGEST) {
          endLine();
        } else {
          line[length++] = b;
          beyondAscii |= b < 0;
        }
      }
    }
    endLine();
  }

  private void endLine() {
    if (beyondAscii && !(mixed && utf8.add(line, length))) {
      lines++;
      for (CharsetScore score : scores) {
        score.add(line, length);
      }
      if (sample.size() + length < LONGEST) {
        sample.write(line, 0, length);
        sample.write('\n');
      }
      thin();
    }
    length = 0;
    beyondAscii = false;
  }

  private void thin() {
    if (lines % ROUND == 0 && scores.size() > 2) {
      double best = scores.stream().mapToDouble(CharsetScore::value).max().orElse(0);
      scores.removeIf(score -> score.value() < Math.min(HOPELESS, best - 1));
    }
  }
}
