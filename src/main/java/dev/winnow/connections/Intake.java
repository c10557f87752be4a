package dev.winnow.connections;

import dev.winnow.engine.Progress;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.tables.RowSource;

/** Takes rows into Winnow; what it has returned is on disk. */
@FunctionalInterface
public interface Intake {
  /**
   * Writes all rows through the mapping.
   *
   * @throws dev.winnow.problem.WinnowException when the mapping does not fit, or reading fails
   */
  ConnectionRun.Written write(
      Connection connection, ColumnMapping mapping, RowSource rows, Progress progress);
}
