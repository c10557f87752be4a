package dev.winnow.imports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What an import would do.
 *
 * @param rows of the table
 * @param guard what a mirror would archive; empty for other modes
 */
public record Report(
    long rows,
    Kinds kinds,
    List<Column> columns,
    Samples samples,
    List<Unknown> unknown,
    Optional<Guard> guard) {
  /** How many rows do what; a duplicate is counted with what it does, too. */
  public record Kinds(
      long added,
      long changed,
      long unchanged,
      long duplicate,
      long rejected,
      long skipped,
      long archived) {}

  /**
   * A column of the table.
   *
   * @param field where it goes, such as {@code customers.phone}; empty for nowhere
   */
  public record Column(
      String column,
      String field,
      long filled,
      OptionalLong distinct,
      List<String> examples,
      List<Trouble> problems) {}

  /**
   * Something that is wrong with cells of a column.
   *
   * @param rows numbers of the first ones
   */
  public record Trouble(String detail, long count, List<Long> rows) {}

  /** Some rows of each kind. */
  public record Samples(
      List<Added> added,
      List<Changed> changed,
      List<Duplicate> duplicate,
      List<Rejected> rejected) {}

  /** A row that adds something. */
  public record Added(long row, String rows, String id, String name) {}

  /** A row that changes something. */
  public record Changed(long row, String rows, String id, String name, List<Change> changes) {}

  /** A field's values; null where there is none. */
  public record Change(String field, JsonNode from, JsonNode to) {}

  /**
   * A row that is, or seems to be, there already.
   *
   * @param of the existing customers that the one it adds is like, the likeliest first; none when
   *     an earlier row of the table has the same id
   */
  public record Duplicate(long row, String id, List<Like> of) {}

  /**
   * An existing customer that a row is like.
   *
   * @param score 0 to 1
   * @param reasons codes of what speaks for it, the weightiest first
   */
  public record Like(String id, String name, double score, List<String> reasons) {}

  /** A row that will not be imported. */
  public record Rejected(long row, List<String> cells, List<String> reasons) {}

  /** A text that is none of the values that a field knows. */
  public record Unknown(String field, String text, long count, List<String> nearest) {}

  /**
   * What a mirror would archive.
   *
   * @param archives customers that the source gave once, and has no longer
   * @param of customers that the source gave
   * @param refused whether it takes an express yes
   */
  public record Guard(long archives, long of, boolean refused) {}
}
