package dev.winnow.tables;

import java.io.IOException;
import java.io.InputStream;

/**
 * What the bytes of a whole file say about its encoding: byte order marks, zeros, and how many
 * lines with bytes beyond ASCII are valid UTF-8 and how many are not.
 */
final class ByteEvidence {
  private static final double ONE_SIDED = 20;

  private final byte[] head;
  private final long[] zeros = new long[2];
  private final long[] breaks = new long[2];
  private long total;
  private long lineBreaks;
  private long validLines;
  private long brokenLines;

  private int previous = -1;
  private boolean beyondAscii;
  private boolean broken;
  private int expected;
  private int low;
  private int high;

  private ByteEvidence(byte[] head) {
    this.head = head;
  }

  static ByteEvidence of(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int n = in.readNBytes(buffer, 0, buffer.length);
    var evidence = new ByteEvidence(java.util.Arrays.copyOf(buffer, Math.min(n, 4)));
    while (n > 0) {
      for (int i = 0; i < n; i++) {
        evidence.add(buffer[i] & 0xFF);
      }
      n = in.read(buffer);
    }
    evidence.endLine();
    return evidence;
  }

  private void add(int b) {
    if (b == 0) {
      zeros[(int) (total & 1)]++;
      if (previous == '\n' || previous == '\r') {
        breaks[1]++;
      }
    } else if ((b == '\n' || b == '\r') && previous == 0) {
      breaks[0]++;
    }
    total++;
    previous = b;
    if (b < 0x80) {
      broken |= expected > 0;
      expected = 0;
      if (b == '\n' || b == '\r') {
        lineBreaks++;
        endLine();
      }
    } else {
      beyondAscii = true;
      utf8(b);
    }
  }

  /** The next byte of a sequence, whose second byte has bounds of its own (RFC 3629). */
  private void utf8(int b) {
    if (expected > 0) {
      broken |= b < low || b > high;
      expected = b < low || b > high ? 0 : expected - 1;
      low = 0x80;
      high = 0xBF;
      return;
    }
    low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    if (b >= 0xC2 && b <= 0xDF) {
      expected = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      expected = 2;
    } else if (b >= 0xF0 && b <= 0xF4) {
      expected = 3;
    } else {
      broken = true;
    }
  }

  private void endLine() {
    broken |= expected > 0;
    if (beyondAscii) {
      if (broken) {
        brokenLines++;
      } else {
        validLines++;
      }
    }
    beyondAscii = false;
    broken = false;
    expected = 0;
  }

  boolean startsWith(int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Lines with bytes beyond ASCII that are valid UTF-8. */
  long validLines() {
    return validLines;
  }

  /** Lines that are not UTF-8. */
  long brokenLines() {
    return brokenLines;
  }

  /** Whether it looks like UTF-16 with the low byte first. */
  boolean looksLittleEndian() {
    return wide(zeros[1], zeros[0], breaks[1]);
  }

  /** Whether it looks like UTF-16 with the high byte first. */
  boolean looksBigEndian() {
    return wide(zeros[0], zeros[1], breaks[0]);
  }

  /**
   * ASCII, of which every table has some, gives zeros in one of each two bytes. So do line breaks,
   * though half of a Chinese character may look like one.
   */
  private boolean wide(long there, long elsewhere, long zeroBreaks) {
    boolean enough = there * 100 >= total && there > ONE_SIDED * elsewhere;
    return enough && (lineBreaks == 0 ? there * 5 >= total : zeroBreaks * 10 >= lineBreaks);
  }
}
