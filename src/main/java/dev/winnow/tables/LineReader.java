package dev.winnow.tables;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, ended by CR, LF or both, with their numbers and none too long for memory.
 */
final class LineReader implements AutoCloseable {
  private final String fileName;
  private final Reader reader;
  private final StringBuilder line = new StringBuilder();
  private long number;
  private boolean afterReturn;

  LineReader(Path file, Charset charset) {
    this.fileName = file.getFileName().toString();
    this.reader = TextReader.open(file, charset);
  }

  /** The next line; null at the end. */
  @Nullable String next() {
    try {
      line.setLength(0);
      number++;
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n' && afterReturn && line.isEmpty()) {
          afterReturn = false;
        } else if (c == '\n' || c == '\r') {
          afterReturn = c == '\r';
          return line.toString();
        } else {
          afterReturn = false;
          append((char) c);
        }
      }
      return line.isEmpty() ? null : line.toString();
    } catch (IOException e) {
      throw BadFile.unreadable(where(), e);
    }
  }

  private void append(char c) {
    if (line.length() == Limits.ROW) {
      throw BadFile.of(where(), Limits.rowTooLong(), "Lines must be shorter.");
    }
    line.append(c);
  }

  /** The number of the last line given, the first being 1. */
  long number() {
    return number;
  }

  /** The file and line, for messages. */
  String where() {
    return fileName + ":" + number;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw BadFile.unreadable(fileName, e);
    }
  }
}
