package dev.winnow.mapping;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.Row;

/**
 * Bounds what lookups may take of the heap: unlike the table that they are joined with, they are
 * kept whole.
 */
final class LookupRoom {
  /** What a row and a cell take beside their text, about. */
  private static final int ROW = 64;

  private static final int CELL = 56;

  private long left;

  /** Room for an eighth of the heap. */
  LookupRoom() {
    this(Runtime.getRuntime().maxMemory() / 8);
  }

  /**
   * @param bytes room that there is
   */
  LookupRoom(long bytes) {
    left = bytes;
  }

  /**
   * Takes what a row needs.
   *
   * @param file where it stands
   * @throws WinnowException {@link ProblemCode#INVALID_FILE} when there is no room any more
   */
  void take(Row row, String file) {
    left -= ROW;
    for (String cell : row.cells()) {
      left -= CELL + 2L * cell.length();
    }
    if (left < 0) {
      throw new WinnowException(
          ProblemCode.INVALID_FILE,
          ("%s is too large to be joined, at row %d. Leave out what is not needed of it, make the"
                  + " larger file the table and join the smaller one, or give Winnow more memory.")
              .formatted(file, row.number()));
    }
  }
}
