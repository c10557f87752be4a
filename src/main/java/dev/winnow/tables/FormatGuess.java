package dev.winnow.tables;

import java.util.List;

/**
 * How a file seems to be written.
 *
 * @param format the likeliest
 * @param charsets names of charsets in which the file could be text, the likeliest first; empty for
 *     formats that have none
 * @param certain nobody needs to look at the choice of charset
 * @param sheets of a workbook; empty otherwise
 */
public record FormatGuess(
    TableFormat format, List<String> charsets, boolean certain, List<String> sheets) {
  public FormatGuess {
    charsets = List.copyOf(charsets);
    sheets = List.copyOf(sheets);
  }
}
