package dev.winnow.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Splits a stream into lines, keeping no more than one of them and of that no more than allowed.
 */
final class BulkLines {
  private final InputStream in;
  private int number;

  BulkLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * A line that is not blank.
   *
   * @param number counted from 1, blank lines too
   * @param bytes empty when it is longer than {@link Body#MAX_BYTES}
   */
  record Line(int number, byte[] bytes, boolean tooLong) {}

  /** The next line, or empty at the end. Fails when the stream breaks off, also within a line. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    while (true) {
      int b = in.read();
      if (b >= 0 && b != '\n') {
        if (bytes.size() <= Body.MAX_BYTES) {
          bytes.write(b);
        }
        continue;
      }
      if (b == '\n') {
        number++;
      }
      if (bytes.size() > Body.MAX_BYTES) {
        return Optional.of(new Line(b < 0 ? number + 1 : number, new byte[0], true));
      }
      byte[] line = bytes.toByteArray();
      if (!blank(line)) {
        return Optional.of(new Line(b < 0 ? number + 1 : number, line, false));
      }
      if (b < 0) {
        return Optional.empty();
      }
      bytes.reset();
    }
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
