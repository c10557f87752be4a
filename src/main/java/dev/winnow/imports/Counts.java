package dev.winnow.imports;

import java.util.List;

/**
 * What has become of the rows so far. A row that holds a customer and a purchase is one row read,
 * and is counted with both; a customer that order lines name again and again is counted when it is
 * added or changed.
 *
 * @param duplicates rows whose id an earlier row of the file has and, in a check, rows that would
 *     add a customer like one that there is; they are counted with what became of them, too
 * @param skipped left alone: already there, or not there, for a mode that leaves such alone, or
 *     merged into another customer
 * @param kept what an undo left as it was, since others have changed it meanwhile
 * @param parts the same for each kind of thing
 */
public record Counts(
    long read,
    long added,
    long changed,
    long unchanged,
    long duplicates,
    long rejected,
    long archived,
    long skipped,
    long kept,
    List<PartCounts> parts) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

  public Counts {
    parts = List.copyOf(parts);
  }

  /** After an undo. */
  Counts kept(long things) {
    return new Counts(
        read, added, changed, unchanged, duplicates, rejected, archived, skipped, things, parts);
  }

  /**
   * What has become of one kind of thing.
   *
   * @param rows as in a mapping: {@code customers}, {@code purchases}, …
   */
  public record PartCounts(String rows, long added, long changed, long unchanged, long skipped) {}
}
