package dev.winnow.tables;

import static java.nio.charset.CodingErrorAction.REPLACE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * The text of a file: unpacked, without a byte order mark, and with {@link RowSource#UNREADABLE} in
 * place of bytes that are no text in the charset.
 */
final class TextReader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextReader() {}

  /**
   * @throws dev.winnow.problem.WinnowException {@link dev.winnow.problem.ProblemCode#INVALID_FILE}
   *     when it cannot be opened
   */
  static BufferedReader open(Path file, Charset charset) {
    try {
      return reader(Packing.open(file), charset);
    } catch (IOException e) {
      throw BadFile.unreadable(file.getFileName().toString(), e);
    }
  }

  private static BufferedReader reader(InputStream bytes, Charset charset) throws IOException {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(REPLACE)
              .onUnmappableCharacter(REPLACE)
              .replaceWith(String.valueOf(RowSource.UNREADABLE));
      var reader = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }
}
