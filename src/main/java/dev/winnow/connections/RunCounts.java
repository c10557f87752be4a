package dev.winnow.connections;

/**
 * What became of the rows of a run.
 *
 * @param skipped left alone by the mode
 */
public record RunCounts(
    long read,
    long added,
    long changed,
    long unchanged,
    long rejected,
    long archived,
    long skipped) {
  public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0);

  /** Whether nothing came of the rows that anybody would look at. */
  boolean quiet() {
    return added + changed + rejected + archived == 0;
  }
}
