package dev.winnow.tables;

import java.util.Iterator;
import java.util.List;

/**
 * A table that is read once from top to bottom: today a file, later a database query. Reading
 * throws {@link dev.winnow.problem.WinnowException} where the source itself is broken, so that
 * nothing behind that place can be read; a row that is merely odd is returned as it is.
 */
public interface RowSource extends Iterator<Row>, AutoCloseable {
  /** Stands for bytes that are not text in the source's charset; it occurs in no valid text. */
  char UNREADABLE = '\uFFFF';

  /** The names of the columns, all different. */
  List<String> header();

  /** The rows that {@link #next} has passed over so far. */
  default Asides asides() {
    return Asides.NONE;
  }

  @Override
  void close();
}
