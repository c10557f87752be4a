package dev.winnow.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written, apart from what RFC 4180 fixes.
 *
 * @param charset a byte order mark at the beginning is skipped in any
 * @param delimiter between two cells
 */
public record CsvFormat(Charset charset, char delimiter) {
  public static final CsvFormat DEFAULT = new CsvFormat(StandardCharsets.UTF_8, ',');
}
